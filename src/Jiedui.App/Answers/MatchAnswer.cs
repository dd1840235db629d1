using Jiedui.Flow.Matching;

namespace Jiedui.App.Answers;

/// <summary>What a matching came to.</summary>
/// <param name="Vacancies">Places, at the high end of a range.</param>
/// <param name="Workers">People who were to be proposed.</param>
/// <param name="Objective">The sum of the scores.</param>
/// <param name="Bound">What no matching over the same candidates exceeds.</param>
/// <param name="Posts">Rows of the ledger of vacancies.</param>
/// <param name="File">The list that was written, or null.</param>
public sealed record MatchAnswer(int Assigned, long Vacancies, int Workers, long Objective, long Bound, double Gap, double Seconds, int Posts, LeftOut LeftOut, string? Fair, string? File)
{
    public static MatchAnswer Of(MatchResult result, string? fair, string? file = null) => new(
        result.Assigned, result.Places, result.Workers, result.Objective, result.Bound, Math.Round(result.Gap, 6), Math.Round(result.Seconds, 3), result.Openings, result.LeftOut, fair, file);
}
