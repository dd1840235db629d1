using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>A record query over an index: the same that <see cref="RecordCondition"/> says in SQL.</summary>
internal sealed class RecordFilter
{
    private readonly RecordQuery query;
    private readonly KeyedHash prints;
    private readonly List<(Column Column, string Text)> where;
    private readonly List<Column> open;
    private readonly List<Column> personal;

    public RecordFilter(LedgerType ledger, RecordQuery query, KeyedHash prints)
    {
        (this.query, this.prints) = (query, prints);
        where = [.. query.Where.Where(asked => asked.Text.Length > 0 && ledger.Find(asked.Column) is not null).Select(asked => (ledger.Find(asked.Column)!, asked.Text))];
        open = query.Search is { Length: > 0 } ? [.. ledger.Columns.Where(column => !column.IsPersonal)] : [];
        personal = query.FindsPersonal && (query.Search is { Length: > 0 } || query.Person is { Length: > 0 }) ? [.. ledger.Columns.Where(IsAskable)] : [];
        (Order, IsDescending) = query.SortBy switch
        {
            RecordQuery.ByStanding => (IndexedField.Standing, query.Descending),
            { } sort when ledger.Find(sort) is { IsPersonal: false } by => (IndexedField.Of(by), query.Descending),
            _ => (IndexedField.Day, true),
        };
        Fields =
        [
            .. IndexedField.Always, Order, .. open.Select(IndexedField.Of), .. personal.Select(IndexedField.Of),
            .. where.Where(asked => !asked.Column.IsPersonal || IsAskable(asked.Column)).Select(asked => IndexedField.Of(asked.Column)),
        ];
    }

    /// <summary>What the index must hold to answer.</summary>
    public IReadOnlyCollection<IndexedField> Fields { get; }

    public IndexedField Order { get; }

    public bool IsDescending { get; }

    /// <summary>All that the answer depends on but the order and the reach, as one text.</summary>
    public string Asked => string.Join('\u001f', where.SelectMany(asked => (string[])[asked.Column.Name, asked.Text]).Append("").Append(query.Search).Append(query.Person)
        .Append(query.Period?.ToString()).Append(query.Standing?.ToString()).Append(query.FindsPersonal ? "1" : "0"));

    /// <param name="index">Holds the <see cref="Fields"/>.</param>
    /// <param name="parties">The sets of units within reach; null for all.</param>
    public Selection In(LedgerIndex index, IReadOnlyCollection<long>? parties)
    {
        var selection = Selection.All(index.Records.Length);
        if (parties is not null)
            selection = Narrowed(selection, index, IndexedField.Parties, values => Any(values, parties));
        foreach (var (column, text) in where)
        {
            selection = !column.IsPersonal ? Narrowed(selection, index, IndexedField.Of(column), values => values.Holding(text))
                : query.FindsPersonal && IsAskable(column) ? Narrowed(selection, index, IndexedField.Of(column), values => values.Only(PrintOf(column, text)))
                : Nothing(selection);
        }
        if (query.Search is { Length: > 0 } search)
            selection = selection.Narrowed([.. open.Select(column => Sought(index, column, values => values.Holding(search))), .. Persons(index, search)]);
        if (query.Person is { Length: > 0 } person)
            selection = selection.Narrowed(Persons(index, person));
        if (query.Period is { } period)
            selection = Narrowed(selection, index, IndexedField.Day, values => Between((SortedNumbers)values, DayNumber.Of(period.From), DayNumber.Of(period.To)));
        if (query.Standing is { } standing)
            selection = Narrowed(selection, index, IndexedField.Standing, values => Standing((SortedNumbers)values, standing));
        return selection;
    }

    private static Selection Narrowed(Selection selection, LedgerIndex index, IndexedField field, Func<SortedValues, byte[]> wanted) =>
        selection.Narrowed(index.Columns[field], wanted(index.Columns[field].Values));

    private static Selection Nothing(Selection selection) => selection.Narrowed([]);

    private static (IndexedColumn Column, byte[] Wanted) Sought(LedgerIndex index, Column column, Func<SortedValues, byte[]> wanted) =>
        (index.Columns[IndexedField.Of(column)], wanted(index.Columns[IndexedField.Of(column)].Values));

    /// <summary>A person is found by the whole number or name, never by a part of it.</summary>
    private IEnumerable<(IndexedColumn Column, byte[] Wanted)> Persons(LedgerIndex index, string text) =>
        personal.Select(column => Sought(index, column, values => values.Only(PrintOf(column, text))));

    private static byte[] Any(SortedValues values, IEnumerable<long> sought)
    {
        var wanted = values.NoneWanted();
        foreach (var one in sought)
            wanted[values.CodeOf(one)] = 1;
        // What is not there has the code of the empty.
        wanted[SortedValues.Empty] = 0;
        return wanted;
    }

    private static byte[] Between(SortedNumbers values, long first, long last)
    {
        var wanted = values.NoneWanted();
        for (var code = 1; code < wanted.Length; code++)
            wanted[code] = values[code] >= first && values[code] <= last ? (byte)1 : (byte)0;
        return wanted;
    }

    private static byte[] Standing(SortedNumbers values, StandingFilter standing)
    {
        var wanted = values.NoneWanted();
        for (var code = 1; code < wanted.Length; code++)
            wanted[code] = StandingCode.Is(standing, values[code]) ? (byte)1 : (byte)0;
        return wanted;
    }

    private object PrintOf(Column column, string text) => IndexedField.PrintOf((byte[])RecordCondition.Sought(column, text, prints));

    private static bool IsAskable(Column column) => column.IsPersonal && RecordCondition.IsAskable(column);
}
