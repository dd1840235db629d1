using System.Collections.Frozen;
using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>What clerks write where there is nothing to write.</summary>
internal static class Placeholder
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "", "-", "--", "---", "/", "//", "\\", "无", "暂无", "空", "null", "none", "nil", "n/a", "na", "#n/a", "(无)", "(空)");

    private static readonly int Longest = All.Max(text => text.Length);

    private static readonly FrozenSet<string> Unsettled = FrozenSet.Create(StringComparer.Ordinal, "面议", "另议", "电议", "待定", "未定", "待补", "待补充", "待核实");

    /// <summary>Whether it says nothing; 无 says something to a flag, and to a choice that has it as an option.</summary>
    public static bool IsNothing(string text, Column column) =>
        text.Length <= Longest && All.Contains(CleanText.Halved(text)) && !(text == "无" && column.Kind == ColumnKind.Flag) && !column.Options.Contains(text);

    /// <summary>Words that say that a number or date is not known yet: nothing is stored, and the clerk is told so.</summary>
    public static bool IsUnsettled(string text) => Unsettled.Contains(text);

    public static CellReading NotYet { get; } =
        new(null, Note: new CellFault("cell.unsettled", "这里还没有确定的内容，按未填处理", "确定后请补填", Severity.Warns));
}
