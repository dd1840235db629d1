using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Answers;

/// <summary>The unit that a question names. One that is not found is never taken for none: that would answer for all of them.</summary>
public static class NamedUnit
{
    /// <exception cref="UsageException">No unit is known by this text, or several are.</exception>
    public static UnitRef In(UnitFinder units, string text)
    {
        var match = units.Find(text, []);
        return match.Unit ?? throw new UsageException(Unknown(text, match.Candidates));
    }

    private static string Unknown(string text, IReadOnlyList<string> candidates)
    {
        if (candidates is [])
            return $"没有登记过单位“{text}”。";
        var paths = string.Join('、', candidates);
        return candidates.All(path => path.Split('/')[^1] == text) ? $"不止一个单位叫“{text}”，请写明上级，如：{paths}。" : $"没有登记过单位“{text}”。相近的有：{paths}。";
    }
}
