using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>How a sheet was understood: where its header stands and which column is which. What the preview shows and a sender's mapping remembers.</summary>
/// <param name="Ledger">The recognised ledger, or null: then the sheet is not read, and <see cref="Findings"/> say why.</param>
/// <param name="HeaderRows">The header's first and last row, one-based; (0, 0) where none was found.</param>
/// <param name="Columns">The sheet's columns from left to right.</param>
/// <param name="Confidence">0 to 1; the mean of the share of the ledger's required columns found and the share of the sheet's headers known.</param>
public sealed record Layout(LedgerType? Ledger, (int First, int Last) HeaderRows, IReadOnlyList<MappedColumn> Columns, double Confidence)
{
    /// <summary>The ledger that an unrecognised sheet clearly resembles, against which its columns are mapped; else null.</summary>
    public LedgerType? Resembles { get; init; }

    /// <summary>What the unit row says of the whole sheet, e.g. 万元; empty where there is none.</summary>
    public string SheetUnit { get; init; } = "";

    /// <summary>All that stands above its columns, as records keep it of those that no ledger knows.</summary>
    public IEnumerable<string> Headers => Columns.Select(column => column.Header).Concat(Rows.RowReader.DistinctlyNamed(Columns.Where(column => column.IsUnknown)).Select(column => column.Header));

    /// <summary>What there is to tell of the layout: a missing column, an ambiguous ledger, two columns of one meaning, unknown columns.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
