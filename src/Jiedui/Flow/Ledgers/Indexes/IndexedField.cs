using System.Buffers.Binary;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>What of a ledger's records is held in memory when somebody filters or sorts by it: a column's values, the prints of a personal one, or what every record has.</summary>
internal sealed record IndexedField
{
    public static readonly IndexedField Day = new("日", "t.day");

    public static readonly IndexedField Parties = new("单位", "t.parties");

    public static readonly IndexedField Standing = new(RecordQuery.ByStanding, StandingCode.Sql);

    /// <summary>What is held of every ledger that anybody looks at.</summary>
    public static readonly IReadOnlyList<IndexedField> Always = [Day, Parties, Standing];

    private readonly Column? column;

    private IndexedField(string name, string sql) => (Name, Sql) = (name, sql);

    private IndexedField(Column column)
        : this(column.Name, "t." + LedgerTable.FieldOf(column)) => this.column = column;

    public string Name { get; }

    /// <summary>The field in SQL, over the ledger's table as <c>t</c>.</summary>
    public string Sql { get; }

    public static IndexedField Of(Column column) => new(column);

    /// <summary>A stored value as it is sorted and searched: a number, or a text as a person reads it; null for an empty cell.</summary>
    public object? ValueOf(object stored, UnitRegistry units) => stored is DBNull ? null
        : column is null ? stored
        : column.IsPersonal ? PrintOf((byte[])stored)
        : column.Kind switch
        {
            ColumnKind.Unit or ColumnKind.Organisation => units.RefOf((long)stored).Name,
            ColumnKind.Flag => (long)stored != 0 ? "是" : "否",
            _ => stored,
        };

    /// <summary>Half of a print is enough to tell a million persons apart.</summary>
    public static long PrintOf(ReadOnlySpan<byte> print) => BinaryPrimitives.ReadInt64LittleEndian(print);

    /// <summary>Takes the field's values out of rows.</summary>
    public ColumnLoading Loading(UnitRegistry units) =>
        column is { IsPersonal: true } ? new PrintLoading()
        : column is { Kind: ColumnKind.Unit or ColumnKind.Organisation or ColumnKind.Flag }
            ? new NumberLoading<string>(stored => (string)ValueOf(stored, units)!, StringComparer.Ordinal, SortedTexts.Of)
        : column is null || StoredField.IsNumber(column.Kind) ? Numbers(column is null or { Kind: ColumnKind.Count } ? 1 : column.Scale)
        : new TextLoading();

    private static NumberLoading<long> Numbers(int scale) => new(number => number, Comparer<long>.Default, numbers => new SortedNumbers(numbers.ToArray(), scale));
}
