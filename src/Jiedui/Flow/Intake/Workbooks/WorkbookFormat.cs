namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>What a file is by its content, whatever its name ends in.</summary>
public enum WorkbookFormat
{
    Xlsx,
    Xls,
    Csv,
}
