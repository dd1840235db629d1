namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>A cell as the file holds it, before anything is read out of it. Empty cells are left out of their row.</summary>
/// <param name="Column">Zero-based: 0 is A.</param>
/// <param name="Kind">What the file says it is.</param>
/// <param name="Text">The text; of a number, its shortest round-trip text (what Excel shows without a format); of an error, e.g. #N/A.</param>
/// <param name="Number">The number where <see cref="Kind"/> is Number or DateSerial, else 0.</param>
public readonly record struct RawCell(int Column, RawKind Kind, string Text, double Number = 0);

public enum RawKind
{
    Text,

    /// <summary>A number without a date format.</summary>
    Number,

    /// <summary>A number with a date format: days since the workbook's epoch, already moved to the 1900 system where the workbook is a 1904 one.</summary>
    DateSerial,

    /// <summary>TRUE or FALSE; the text is 是 or 否.</summary>
    Flag,

    /// <summary>#N/A, #REF! and the like.</summary>
    Error,
}
