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

    private bool IsText => column is { IsPersonal: false, Kind: not (ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent) };

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
    public static object PrintOf(byte[] print) => BinaryPrimitives.ReadInt64LittleEndian(print);

    /// <param name="values">Each once, in any order.</param>
    public SortedValues Sorted(IEnumerable<object> values) => IsText
        ? SortedTexts.Of([.. values.Cast<string>().Order(StringComparer.Ordinal)])
        : new SortedNumbers([.. values.Cast<long>().Order()], column is { IsPersonal: false, Kind: not ColumnKind.Count } ? column.Scale : 1);
}
