using System.Diagnostics;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;

namespace Jiedui.Flow.Matching;

/// <summary>Reads people and openings, looks up who comes near to what, and assigns. What it proposes is nowhere stored.</summary>
public sealed class Matcher(LedgerBook book, Vault vault, MatchingType matching)
{
    /// <exception cref="MatchRefusedException">There are no people, no openings, or none of the asked occasion.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public MatchResult Run(MatchRequest request, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var profiles = new Profiles(matching);
        ReadOpenings(profiles, request);
        var people = new PeopleReading(book, vault, profiles, request);
        people.Read(cancel);
        Demand(profiles, people);
        profiles.Close();
        var market = new CandidateSearch(profiles).Find(done => Tell(request, MatchStage.Searching, (double)done / profiles.People), cancel);
        var assignment = Auction.Solve(market, done => Tell(request, MatchStage.Assigning, done), cancel);
        var (objective, bound) = Seen(market, assignment, people, request);
        return new MatchResult(profiles, assignment, people.Sees)
        {
            Workers = Enumerable.Range(0, profiles.People).Count(person => profiles.Seeks(person) && people.Sees(person)),
            Openings = profiles.Openings,
            Places = profiles.Places,
            Objective = objective,
            Bound = bound,
            LeftOut = LeftOutOf(market, assignment, profiles, people),
            Seconds = clock.Elapsed.TotalSeconds,
        };
    }

    private static void Tell(MatchRequest request, MatchStage stage, double done) => request.Progress?.Invoke(new MatchProgress(stage, done));

    private void ReadOpenings(Profiles profiles, MatchRequest request)
    {
        var wanted = request.Occasion is { } name ? FoldedText.Fold(name) : null;
        var others = new HashSet<string>();
        foreach (var record in book.AllByNumber(matching.Openings.Ledger, request.Whole))
        {
            var occasion = matching.Openings.Occasion.Of(record.Row);
            if (wanted is null || (occasion is not null && FoldedText.Fold(occasion) == wanted))
                profiles.AddOpening(record.Id, record.Row);
            else if (occasion is not null)
                others.Add(occasion);
        }
        if (profiles.Openings == 0 && request.Occasion is { } asked && others.Count > 0)
            throw Occasions.Unknown(asked, others);
        if (profiles.Openings == 0)
            throw new MatchRefusedException($"还没有可以匹配的岗位。请先导入《{matching.Openings.Ledger.Name}》台账。");
        if (profiles.Places == 0)
            throw new MatchRefusedException($"《{matching.Openings.Ledger.Name}》里没有一个岗位还要人：各行的“{matching.Openings.Places.Name}”都是零。请核对后再匹配。");
    }

    private void Demand(Profiles profiles, PeopleReading people)
    {
        if (profiles.Seeking > 0)
            return;
        var ledger = matching.People.Ledger.Name;
        throw new MatchRefusedException(
            people.NoWish + people.Settled > 0
                ? $"《{ledger}》里没有要推荐岗位的人：{people.NoWish} 人表示无需求，{people.Settled} 人已经就业。"
                : $"还没有可以匹配的人。请先导入《{ledger}》。");
    }

    /// <summary>The whole sum and the whole bound; to who sees only some people, theirs: the bound then gives each of the others what he has.</summary>
    private static (long Objective, long Bound) Seen(Market market, Assignment assignment, PeopleReading people, MatchRequest request)
    {
        if (request.Unit is null)
            return (assignment.Objective, assignment.Bound);
        var objective = 0L;
        for (var person = 0; person < market.People; person++)
        {
            if (assignment.OpeningOf[person] is not Assignment.Nobody and var opening && people.Sees(person))
                objective += market.BenefitOf(person, opening) - (assignment.IsBeyond[person] ? market.CostBeyond : 0);
        }
        return (objective, objective + assignment.Bound - assignment.Objective);
    }

    private static LeftOut LeftOutOf(Market market, Assignment assignment, Profiles profiles, PeopleReading people)
    {
        int noneFits = 0, noneWorth = 0, taken = 0;
        for (var person = 0; person < market.People; person++)
        {
            if (assignment.OpeningOf[person] != Assignment.Nobody || !profiles.Seeks(person) || !people.Sees(person))
                continue;
            if (market.Start[person + 1] > market.Start[person])
                taken++;
            else if (profiles.FitsAny(person))
                noneWorth++;
            else
                noneFits++;
        }
        return new LeftOut(people.NoWish, people.Settled, people.Unknown, noneFits, noneWorth, taken);
    }
}
