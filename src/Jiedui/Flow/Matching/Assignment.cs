namespace Jiedui.Flow.Matching;

/// <summary>Who got what, and how good that is.</summary>
/// <param name="OpeningOf">For each person the opening, or <see cref="Nobody"/>.</param>
/// <param name="IsBeyond">For each person whether the place is one beyond the opening's low end.</param>
/// <param name="Objective">The sum of the benefits, less what places beyond the low ends cost.</param>
/// <param name="Bound">What no assignment over the same graph exceeds: a value of the dual problem.</param>
/// <param name="Assigned">How many people got something.</param>
/// <param name="Bids">How often somebody bid: what the auction took.</param>
public sealed record Assignment(int[] OpeningOf, bool[] IsBeyond, long Objective, long Bound, int Assigned, long Bids)
{
    public const int Nobody = -1;

    /// <summary>By which part of the bound the objective may at most be improved.</summary>
    public double Gap => Bound == 0 ? 0 : (double)(Bound - Objective) / Bound;
}
