namespace Jiedui.Flow.Matching;

/// <summary>What a matching came to, as far as its asker may see. Kept in arrays; a proposal is made when it is looked at.</summary>
public sealed class MatchResult
{
    private readonly Profiles profiles;
    private readonly Assignment assignment;

    /// <summary>Who is proposed: owner by owner, opening by opening, then in the order of the persons' records.</summary>
    private readonly int[] proposed;

    internal MatchResult(Profiles profiles, Assignment assignment, Func<int, bool> isSeen)
    {
        (this.profiles, this.assignment) = (profiles, assignment);
        proposed =
        [
            .. Enumerable.Range(0, profiles.People).Where(person => assignment.OpeningOf[person] != Assignment.Nobody && isSeen(person))
                .OrderBy(person => profiles.FirstOfOwner(assignment.OpeningOf[person])).ThenBy(person => assignment.OpeningOf[person]),
        ];
    }

    public int Assigned => proposed.Length;

    /// <summary>How many people were to be proposed.</summary>
    public required int Workers { get; init; }

    /// <summary>How many openings there are, each with its places.</summary>
    public required int Openings { get; init; }

    /// <summary>How many places there are, at the high end of a range.</summary>
    public required long Places { get; init; }

    /// <summary>The sum of the scores.</summary>
    public required long Objective { get; init; }

    /// <summary>What the best of all matchings over the same candidates does not exceed.</summary>
    public required long Bound { get; init; }

    /// <summary>By which part the best could be better.</summary>
    public double Gap => Bound == 0 ? 0 : (double)(Bound - Objective) / Bound;

    public required double Seconds { get; init; }

    public required LeftOut LeftOut { get; init; }

    public IEnumerable<Proposal> Proposals(int offset = 0, int limit = int.MaxValue) => proposed.Skip(offset).Take(limit).Select(Of);

    private Proposal Of(int person)
    {
        var opening = assignment.OpeningOf[person];
        var reasons = profiles.Reasons(person, opening);
        if (assignment.IsBeyond[person])
        {
            var (low, high) = profiles.PlacesOf(opening);
            reasons = [.. reasons, new ToldReason($"招 {low}-{high} 人，已超出最少人数", -profiles.Matching.Openings.CostBeyond)];
        }
        return new Proposal(profiles.PersonRecord(person), profiles.OpeningRecord(opening), reasons.Sum(reason => reason.Points), reasons);
    }
}

/// <summary>Why people have no proposal, in numbers.</summary>
/// <param name="NoWish">They ask for nothing.</param>
/// <param name="Settled">They have what they need, and ask for no other.</param>
/// <param name="Unknown">Their record says no longer who they are.</param>
/// <param name="NoneFits">No opening comes near to what they can or wish.</param>
/// <param name="NoneWorth">Openings come near, but more speaks against each of them than for it.</param>
/// <param name="Taken">All that suit them are proposed to others.</param>
public sealed record LeftOut(int NoWish, int Settled, int Unknown, int NoneFits, int NoneWorth, int Taken);
