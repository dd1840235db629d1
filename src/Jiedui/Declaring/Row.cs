using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>One record's cells, in the order of its ledger's columns; an empty cell is null. Value types by kind: see <see cref="ColumnKind"/>.</summary>
public sealed class Row
{
    private static readonly IReadOnlyDictionary<string, string> NoExtras = ReadOnlyDictionary<string, string>.Empty;

    private readonly object?[] cells;

    public Row(LedgerType ledger)
    {
        Ledger = ledger;
        cells = new object?[ledger.Columns.Length];
    }

    public LedgerType Ledger { get; }

    /// <summary>Columns that no ledger knows, by header: kept with the record and treated as personal.</summary>
    public IReadOnlyDictionary<string, string> Extras { get; set; } = NoExtras;

    public object? this[Column column]
    {
        get => cells[column.Index];
        set => cells[column.Index] = value;
    }

    public bool Has(Column column) => cells[column.Index] is not null;

    /// <summary>The units that this row names, in the order of the columns: what a unit filter looks at.</summary>
    public IReadOnlyList<UnitRef> Units()
    {
        var units = new List<UnitRef>(1);
        foreach (var cell in cells)
        {
            if (cell is UnitRef unit)
                units.Add(unit);
        }
        return units;
    }

    /// <summary>The key by which the row is known: the first of the ledger's keys whose columns are all filled; null where none is.</summary>
    public string? Key()
    {
        var text = new ArrayBufferWriter<byte>();
        return WriteKey(text) ? Encoding.UTF8.GetString(text.WrittenSpan) : null;
    }

    /// <summary>Adds the same as UTF-8; false where the row has none.</summary>
    public bool WriteKey(IBufferWriter<byte> to)
    {
        foreach (var key in Ledger.Keys)
        {
            if (!IsFilled(key))
                continue;
            for (var at = 0; at < key.Count; at++)
            {
                if (at > 0)
                    Write(0x1F, to);
                CellText.Write(key[at].Name, to);
                Write(0x1E, to);
                CellText.Write(this[key[at]], to);
            }
            return true;
        }
        return false;
    }

    /// <summary>Adds all that the row says, as UTF-8: two rows of a ledger that say the same are the same there.</summary>
    public void WriteContent(IBufferWriter<byte> to)
    {
        foreach (var cell in cells)
        {
            CellText.Write(cell, to);
            Write(0x1F, to);
        }
        if (Extras.Count == 0)
            return;
        foreach (var (header, value) in Extras.OrderBy(extra => extra.Key, StringComparer.Ordinal))
            Encoding.UTF8.GetBytes(header + '\u001e' + value + '\u001f', to);
    }

    private static void Write(byte separator, IBufferWriter<byte> to)
    {
        to.GetSpan(1)[0] = separator;
        to.Advance(1);
    }

    private bool IsFilled(IReadOnlyList<Column> key)
    {
        for (var at = 0; at < key.Count; at++)
        {
            if (!Has(key[at]))
                return false;
        }
        return true;
    }
}
