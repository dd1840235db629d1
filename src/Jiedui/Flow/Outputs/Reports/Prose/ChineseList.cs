namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>Lists as Chinese prose joins them: 甲、乙和丙; “甲”“乙”和“丙” and 《甲》《乙》 without 、 between the marks (GB/T 15834).</summary>
public static class ChineseList
{
    /// <summary>A list longer than this is cut and ended with 等.</summary>
    private const int Longest = 12;

    /// <param name="followedByEtc">The text goes on with 等, before which no 和 stands.</param>
    public static string Join(IReadOnlyList<string> items, bool quoted = false, bool followedByEtc = false)
    {
        var told = items.Take(Longest).Select(item => quoted ? Quote(item) : item).ToList();
        var isCut = items.Count > Longest;
        var between = told.TrueForAll(IsMarked) ? "" : "、";
        if (isCut || followedByEtc || told.Count < 2)
            return string.Join(between, told) + (isCut && !followedByEtc ? "等" : "");
        return string.Join(between, told.SkipLast(1)) + "和" + told[^1];
    }

    /// <summary>In “”, its own quotation marks one level down; a title in 《》 keeps its marks.</summary>
    public static string Quote(string item) => IsMarked(item) ? item : $"“{item.Replace('“', '‘').Replace('”', '’')}”";

    private static bool IsMarked(string item) =>
        item.Length > 1 && ((item[0] == '《' && item.IndexOf('》') == item.Length - 1) || (item[0] == '“' && item.IndexOf('”') == item.Length - 1));
}
