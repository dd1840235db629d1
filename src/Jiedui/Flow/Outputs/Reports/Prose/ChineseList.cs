namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>Lists as Chinese prose joins them: 甲、乙和丙; “甲”“乙”和“丙” and 《甲》《乙》 without 、 between the marks (GB/T 15834).</summary>
public static class ChineseList
{
    /// <summary>A list longer than this is cut and ended with 等.</summary>
    private const int Longest = 12;

    /// <param name="marks">The two marks around each item, or empty.</param>
    /// <param name="followedByEtc">The text goes on with 等, before which no 和 stands.</param>
    public static string Join(IReadOnlyList<string> items, string marks = "", bool followedByEtc = false)
    {
        var told = items.Take(Longest).Select(item => Mark(item, marks)).ToList();
        var isCut = items.Count > Longest;
        var between = told.TrueForAll(IsMarked) ? "" : "、";
        if (isCut || followedByEtc || told.Count < 2)
            return string.Join(between, told) + (isCut && !followedByEtc ? "等" : "");
        return string.Join(between, told.SkipLast(1)) + "和" + told[^1];
    }

    /// <summary>Marks an item, its own marks of the same kind one level down; an item that is marked already keeps its marks.</summary>
    private static string Mark(string item, string marks) => marks switch
    {
        _ when IsMarked(item) => item,
        "“”" => $"“{item.Replace('“', '‘').Replace('”', '’')}”",
        "《》" => $"《{item.Replace('《', '〈').Replace('》', '〉')}》",
        [var open, var close] => $"{open}{item}{close}",
        _ => item,
    };

    private static bool IsMarked(string item) => IsWithin(item, '《', '》') || IsWithin(item, '“', '”');

    private static bool IsWithin(string item, char open, char close) =>
        item.Length > 1 && item[0] == open && item.IndexOf(close, StringComparison.Ordinal) == item.Length - 1;
}
