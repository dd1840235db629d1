namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>Sheets that are not meant to be imported and say so in their first cell: the explanations and lists of our own templates.</summary>
public static class NoLedger
{
    public const string Words = "（不导入）";

    public static bool Says(Sheet sheet) =>
        sheet.Rows().FirstOrDefault() is { Number: 1, Cells: [{ Column: 0 } first, ..] } && first.Text.EndsWith(Words, StringComparison.Ordinal);
}
