using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>How a sheet was understood: where its header stands and which column is which. What the preview shows and a sender's mapping remembers.</summary>
/// <param name="Ledger">The recognised ledger, or null.</param>
/// <param name="HeaderRows">The header's first and last row, one-based.</param>
/// <param name="Columns">The sheet's columns from left to right.</param>
/// <param name="Confidence">0 to 1; the share of the ledger's required columns found, and the share of the sheet's headers known.</param>
public sealed record Layout(LedgerType? Ledger, (int First, int Last) HeaderRows, IReadOnlyList<MappedColumn> Columns, double Confidence);

/// <param name="Index">Zero-based.</param>
/// <param name="Header">As written, parts of a merged header joined by /, e.g. 资金/其中：对口帮扶资金.</param>
/// <param name="Column">The ledger's column, or null where no ledger knows it.</param>
/// <param name="Unit">The unit that the header or the unit row gives its numbers, e.g. 万元 or 万元/亩; empty where none.</param>
public sealed record MappedColumn(int Index, string Header, Column? Column, string Unit);

/// <summary>A row that holds no record, with the reason.</summary>
public sealed record NonData(int RowNumber, NonDataReason Reason, string Text);

public enum NonDataReason
{
    Title,
    Unit,
    Header,
    Subtotal,
    Total,
    Note,
    Signature,

    /// <summary>Ditto marks, dashes or a lone serial number, and nothing else.</summary>
    Blank,
}

/// <summary>One row read: its cells, or why not. Findings that block make <see cref="IsGood"/> false.</summary>
public sealed record ReadRow(int Number, Row Row, IReadOnlyList<Finding> Findings)
{
    public bool IsGood => Findings.All(finding => finding.Severity != Severity.Blocks);
}
