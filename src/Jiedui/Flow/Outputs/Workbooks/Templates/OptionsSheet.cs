using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Templates;

/// <summary>The hidden sheet with the lists that are too long to stand in the rule of a cell; one column for each.</summary>
internal sealed class OptionsSheet
{
    public const string Name = "选项";

    private const int LongestInline = 255;

    private readonly List<IReadOnlyList<string>> lists = [];

    public bool IsEmpty => lists.Count == 0;

    /// <summary>The formula of a drop-down list of these words.</summary>
    public string FormulaOf(IReadOnlyList<string> options)
    {
        var inline = string.Join(',', options);
        // A comma in an option would make two of it.
        if (inline.Length <= LongestInline && !options.Any(option => option.AsSpan().IndexOfAny(',', '"') >= 0))
            return $"\"{inline}\"";
        var at = lists.FindIndex(list => list.SequenceEqual(options));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(options);
        }
        var letters = CellAddress.ColumnLetters(at);
        return $"'{Name}'!${letters}$2:${letters}${options.Count + 1}";
    }

    public void Write(XlsxWriter book)
    {
        using var sheet = book.Begin(new WrittenSheet(Name) { IsHidden = true, Columns = [.. lists.Select(_ => (20.0, CellLook.Text))] });
        sheet.NextRow();
        sheet.Text(0, Name + NoLedger.Words, CellLook.Text);
        for (var row = 0; row < lists.Max(list => list.Count); row++)
        {
            sheet.NextRow();
            for (var column = 0; column < lists.Count; column++)
            {
                if (row < lists[column].Count)
                    sheet.Text(column, lists[column][row], CellLook.Text);
            }
        }
    }
}
