using System.Buffers;
using System.Collections.Frozen;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>〃 and 同上: the same as the cell above it.</summary>
public static class DittoMark
{
    private static readonly FrozenSet<string> Marks =
        FrozenSet.Create(StringComparer.Ordinal, "〃", "〞", "〝", "″", "\"", "＂", "”", "“", "''", "’’", "同上", "同 上", "同上。", "同上行", "(同上)", "（同上）");

    private static readonly SearchValues<char> Beginnings = SearchValues.Create([.. Marks.Select(mark => mark[0]).Distinct()]);

    internal static CellReading Fault { get; } = CellReading.Wrong("cell.ditto", "这里写的是“同上”，但上面没有可以沿用的内容", "请写出具体内容");

    public static bool Is(RawCell cell) => cell.Kind == RawKind.Text && cell.Text is { Length: <= 12 } text && BeginsLikeOne(text) && Marks.Contains(text.Trim());

    /// <summary>Asked of every cell, so before anything is cut or looked up.</summary>
    private static bool BeginsLikeOne(string text) => text.AsSpan().TrimStart() is [var first, ..] && Beginnings.Contains(first);
}
