using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>The words around a number that say how exactly it is meant. 超1800 reaches from 1800 upwards (see <see cref="Qualifier.AtLeast"/>).</summary>
internal static class QualifierWords
{
    private static readonly string[] Noise = ["共计", "合计", "总计", "累计", "共", "计", "达到", "达", "人民币", "¥", "RMB"];

    // Longer words stand before those that they begin or end with.
    private static readonly (string Word, Qualifier Qualifier)[] Before =
    [
        ("不低于", Qualifier.AtLeast), ("不少于", Qualifier.AtLeast), ("不小于", Qualifier.AtLeast), ("至少", Qualifier.AtLeast), ("最低", Qualifier.AtLeast),
        ("最少", Qualifier.AtLeast), ("起码", Qualifier.AtLeast), ("超过", Qualifier.AtLeast), ("超", Qualifier.AtLeast), ("逾", Qualifier.AtLeast),
        ("突破", Qualifier.AtLeast), ("多于", Qualifier.AtLeast), ("高于", Qualifier.AtLeast), ("大于", Qualifier.AtLeast), (">=", Qualifier.AtLeast),
        ("≥", Qualifier.AtLeast), (">", Qualifier.AtLeast),
        ("不超过", Qualifier.AtMost), ("不高于", Qualifier.AtMost), ("不多于", Qualifier.AtMost), ("不大于", Qualifier.AtMost), ("至多", Qualifier.AtMost),
        ("最多", Qualifier.AtMost), ("最高", Qualifier.AtMost), ("低于", Qualifier.AtMost), ("少于", Qualifier.AtMost), ("小于", Qualifier.AtMost),
        ("不足", Qualifier.AtMost), ("不到", Qualifier.AtMost), ("不满", Qualifier.AtMost), ("<=", Qualifier.AtMost), ("≤", Qualifier.AtMost), ("<", Qualifier.AtMost),
        ("大约", Qualifier.About), ("大概", Qualifier.About), ("约为", Qualifier.About), ("约", Qualifier.About), ("将近", Qualifier.About), ("接近", Qualifier.About),
        ("近", Qualifier.About), ("≈", Qualifier.About),
    ];

    private static readonly (string Word, Qualifier Qualifier)[] After =
    [
        ("左右", Qualifier.About), ("上下", Qualifier.About), ("及以上", Qualifier.AtLeast), ("以上", Qualifier.AtLeast), ("起", Qualifier.AtLeast), ("+", Qualifier.AtLeast),
        ("及以下", Qualifier.AtMost), ("以内", Qualifier.AtMost), ("之内", Qualifier.AtMost), ("以下", Qualifier.AtMost), ("不等", Qualifier.Exact), ("整", Qualifier.Exact),
    ];

    /// <param name="text">Without blanks.</param>
    /// <param name="qualifier">What the words say; null where they say two different things.</param>
    /// <returns>The rest.</returns>
    public static string TakeFrom(string text, out Qualifier? qualifier)
    {
        var rest = WithoutNoise(text);
        var before = Before.FirstOrDefault(word => rest.StartsWith(word.Word, StringComparison.Ordinal));
        rest = WithoutNoise(rest[(before.Word?.Length ?? 0)..]);
        var after = After.FirstOrDefault(word => rest.EndsWith(word.Word, StringComparison.Ordinal));
        rest = rest[..^(after.Word?.Length ?? 0)];
        qualifier = before.Qualifier == Qualifier.Exact || before.Qualifier == after.Qualifier ? after.Qualifier
            : after.Qualifier == Qualifier.Exact ? before.Qualifier
            : null;
        return rest;
    }

    private static string WithoutNoise(string text) =>
        Noise.FirstOrDefault(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } noise ? text[noise.Length..] : text;
}
