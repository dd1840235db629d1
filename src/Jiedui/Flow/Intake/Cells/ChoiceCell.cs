using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>One of the listed options, told apart from them by typography at most: blanks, dashes and full-width forms do not count.</summary>
internal static class ChoiceCell
{
    public static CellReading Read(Column column, RawCell cell, string text)
    {
        if (column.Options.Contains(text))
            return new CellReading(text);
        var written = Folded(text);
        foreach (var option in column.Options)
        {
            if (Folded(option) == written)
                return new CellReading(option);
        }
        return column is ChoiceColumn { IsOpen: true } ? TextCell.Read(column, cell, text) : Unknown(column.Options);
    }

    private static string Folded(string text) => CleanText.WithoutBlanks(CleanText.Halved(text)).ToUpperInvariant();

    private static CellReading Unknown(IReadOnlyList<string> options) =>
        CellReading.Wrong("choice.unknown", "这里填的不是本列的选项", $"请从以下选项中选填：{string.Join('、', options)}");
}
