using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>One record's cells, in the order of its ledger's columns; an empty cell is null. Value types by kind: see <see cref="ColumnKind"/>.</summary>
public sealed class Row
{
    private readonly object?[] cells;

    public Row(LedgerType ledger)
    {
        Ledger = ledger;
        cells = new object?[ledger.Columns.Count];
    }

    public LedgerType Ledger { get; }

    /// <summary>Columns that no ledger knows, by header: kept with the record and treated as personal.</summary>
    public IReadOnlyDictionary<string, string> Extras { get; set; } = new Dictionary<string, string>();

    public object? this[Column column]
    {
        get => cells[column.Index];
        set => cells[column.Index] = value;
    }

    public bool Has(Column column) => cells[column.Index] is not null;

    /// <summary>The units that this row names, in the order of the columns: what a unit filter looks at.</summary>
    public IReadOnlyList<UnitRef> Units() => [.. cells.OfType<UnitRef>()];

    /// <summary>The key by which the row is known: the first of the ledger's keys whose columns are all filled; null where none is.</summary>
    public string? Key()
    {
        foreach (var key in Ledger.Keys)
        {
            if (key.All(Has))
                return string.Join('\u001f', key.Select(column => column.Name + '\u001e' + CellText.Of(this[column])));
        }
        return null;
    }
}
