using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Matching;

/// <summary>The occasions on which openings were offered.</summary>
public static class Occasions
{
    private const int Told = 3;

    /// <summary>All that the openings name, in the order in which they came.</summary>
    public static IReadOnlyList<string> All(LedgerBook book, MatchingType matching, long partnership) =>
        [.. book.All(matching.Openings.Ledger, new Reach(partnership)).Select(record => matching.Openings.Occasion.Of(record.Row)).OfType<string>().Distinct()];

    /// <exception cref="MatchRefusedException">No opening names it; those with names like it are told.</exception>
    public static MatchRefusedException Unknown(string name, IEnumerable<string> known)
    {
        var folded = FoldedText.Fold(name);
        var all = known.ToList();
        var near = all.OrderByDescending(one => FoldedText.Affinity(FoldedText.Fold(one), folded)).Take(Told).Where(one => FoldedText.Affinity(FoldedText.Fold(one), folded) > 0).ToList();
        return new MatchRefusedException(
            $"岗位台账里没有招聘活动“{name}”的岗位。" + (near.Count > 0 ? $"相近的有：{string.Join('、', near)}。" : all.Count > 0 ? $"已有：{string.Join('、', all.Take(Told))}。" : "")
            + "请按岗位台账“招聘活动”一列的写法填写。");
    }
}
