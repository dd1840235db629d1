using System.Globalization;
using Jiedui.Flow.Matching;

namespace Jiedui.App.Answers;

/// <summary>How good a matching is, in plain words.</summary>
public static class GapText
{
    public static string Of(MatchResult result) => result.Bound == result.Objective
        ? "已是同样候选范围内的最优方案"
        : $"与最优方案的总分相差不超过 {Percent(result.Gap)}";

    /// <summary>Rounded up, so that nothing is promised that does not hold: 0.02%.</summary>
    public static string Percent(double part) => (Math.Ceiling(part * 10_000) / 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
