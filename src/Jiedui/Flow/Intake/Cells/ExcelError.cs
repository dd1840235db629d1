using System.Collections.Frozen;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>What a formula leaves when it fails. A .csv carries it as text.</summary>
internal static class ExcelError
{
    private static readonly FrozenSet<string> Marks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!");

    public static CellReading Fault { get; } = CellReading.Wrong("cell.error", "该单元格的公式出错，没有算出结果", "请修正公式，或直接填写结果");

    public static bool Is(string text) => text is ['#', ..] && Marks.Contains(text);
}
