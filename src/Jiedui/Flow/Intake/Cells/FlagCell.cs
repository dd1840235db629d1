using System.Collections.Frozen;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>是/否. A lone X is not read: some mark with it, others cross out.</summary>
internal static class FlagCell
{
    private static readonly FrozenSet<string> Yes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "是", "是的", "有", "对", "√", "✓", "✔", "☑", "1", "true", "y", "yes", "已", "已确认", "确认", "属实");

    private static readonly FrozenSet<string> No = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "否", "不是", "无", "没有", "×", "✗", "✘", "✕", "╳", "0", "false", "n", "no", "未", "未确认", "不确认");

    public static CellReading Read(string text) =>
        Yes.Contains(text) ? new CellReading(true)
        : No.Contains(text) ? new CellReading(false)
        : CellReading.Wrong("flag.unknown", "这里看不出是“是”还是“否”", "请填写“是”或“否”");
}
