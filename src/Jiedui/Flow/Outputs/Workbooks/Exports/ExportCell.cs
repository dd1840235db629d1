namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>A cell as it is exported.</summary>
/// <param name="IsNumber">Whether the text is a plain number and may stand as one.</param>
internal readonly record struct ExportCell(string Text, bool IsNumber = false);
