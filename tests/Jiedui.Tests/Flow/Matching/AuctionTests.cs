using CsCheck;
using Jiedui.Bench.Matching;
using Jiedui.Flow.Matching;

namespace Jiedui.Tests.Flow.Matching;

public class AuctionTests
{
    private static readonly Gen<Market> Small = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 6], Gen.Int[0, 12], Gen.Int[1, 40]).SelectMany((people, openings, cost, most) => Of(people, openings, 3, cost, most));

    /// <summary>More alike than not, so that many bid for the same.</summary>
    private static readonly Gen<Market> Contested = Gen.Select(Gen.Int[20, 120], Gen.Int[1, 30], Gen.Int[0, 8], Gen.Int[1, 4]).SelectMany((people, openings, cost, most) => Of(people, openings, 6, cost, most));

    [Fact]
    public void Small_markets_come_out_as_the_optimum_itself() => Small.Sample(AssertOptimal, iter: 3000);

    [Fact]
    public void Contested_markets_come_out_as_the_optimum_itself() => Contested.Sample(AssertOptimal, iter: 200);

    [Fact]
    public void Large_generated_markets_come_within_a_thousandth_of_the_optimum()
    {
        foreach (var (people, openings, places) in ((int, int, int)[])[(4000, 300, 4), (1000, 900, 6), (3000, 60, 40)])
        {
            var random = new Random(people);
            var market = Markets.Of(
                [.. Enumerable.Range(0, openings).Select(_ => random.Next(1, places)).Select(low => (low, low + random.Next(3)))],
                5, [.. Enumerable.Range(0, people).Select(_ => Suits(random, openings))]);
            var assignment = Auction.Solve(market);
            Markets.AssertSound(market, assignment);
            var optimum = FlowOracle.Optimum(market);
            Assert.InRange(optimum, assignment.Objective, assignment.Bound);
            Assert.True(optimum - assignment.Objective <= optimum / 1000, $"{assignment.Objective} of {optimum}");
        }

        static (int, int)[] Suits(Random random, int openings) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(openings)).Distinct().Select(opening => (opening, 60 + random.Next(120)))];
    }

    [Fact]
    public void Of_equal_people_the_lower_record_gets_the_place()
    {
        var assignment = Auction.Solve(Markets.Of([(1, 1)], [(0, 50)], [(0, 50)], [(0, 50)]));
        Assert.Equal([0, Assignment.Nobody, Assignment.Nobody], assignment.OpeningOf);
        Assert.Equal(50, assignment.Bound);
    }

    [Fact]
    public void The_same_market_gives_the_same_result_each_time()
    {
        Contested.Sample(market =>
        {
            var (first, second) = (Auction.Solve(market), Auction.Solve(market));
            Assert.Equal(first.OpeningOf, second.OpeningOf);
            Assert.Equal(first.IsBeyond, second.IsBeyond);
        }, iter: 50);
    }

    [Fact]
    public void Where_places_are_scarce_the_best_fit_gets_them()
    {
        var people = Enumerable.Range(0, 500).Select(person => ((int, int)[])[(0, 1 + person % 100), (1, 1 + person % 100)]).ToArray();
        var assignment = Auction.Solve(Markets.Of([(3, 3), (2, 2)], people));
        // Five people are worth 100 points, and five places there are.
        Assert.Equal((500, 500, 5), ((int)assignment.Objective, (int)assignment.Bound, assignment.Assigned));
        Assert.All(Enumerable.Range(0, 500).Where(person => assignment.OpeningOf[person] != Assignment.Nobody), person => Assert.Equal(99, person % 100));
    }

    [Fact]
    public void Where_people_are_scarce_each_gets_his_best_and_places_stay_free()
    {
        var assignment = Auction.Solve(Markets.Of([.. Enumerable.Range(0, 200).Select(_ => (50, 80))], [(7, 10), (8, 30)], [(8, 12), (9, 11)], []));
        Assert.Equal([8, 8, Assignment.Nobody], assignment.OpeningOf);
        Assert.Equal((42, 42), (assignment.Objective, assignment.Bound));
    }

    [Fact]
    public void A_price_war_ends_soon()
    {
        // Everybody wants the same two openings equally, and one place is missing: bidding by one point each would take as many bids as there are points, over and over.
        var people = Enumerable.Range(0, 2001).Select(_ => ((int, int)[])[(0, 30_000), (1, 30_000)]).ToArray();
        var assignment = Auction.Solve(Markets.Of([(1000, 1000), (1000, 1000)], people));
        Assert.Equal((60_000_000, 60_000_000, 2000), (assignment.Objective, assignment.Bound, assignment.Assigned));
        Assert.True(assignment.Bids < 2001 * 200, $"{assignment.Bids} bids");
    }

    [Fact]
    public void Wanted_places_are_filled_before_welcome_ones()
    {
        // Two openings of 1-3; three people who fit both alike: the second wanted place is worth more than a first welcome one.
        var assignment = Auction.Solve(Markets.Of([(1, 3), (1, 3)], [(0, 20), (1, 18)], [(0, 20), (1, 18)], [(0, 20), (1, 18)]));
        Assert.Equal(20 + 18 + 15, assignment.Objective);
        Assert.Equal([0, 0, 1], assignment.OpeningOf.Order());
        Assert.Equal(1, assignment.IsBeyond.Count(beyond => beyond));
        // A welcome place that costs more than it brings stays free.
        Assert.Equal(1, Auction.Solve(Markets.Of([(1, 3)], [(0, 4)], [(0, 4)])).Assigned);
    }

    [Fact]
    public void It_stops_when_it_is_told_to_and_says_how_far_it_is()
    {
        var market = Markets.Of([(1, 1)], [(0, 50)], [(0, 50)]);
        Assert.Throws<OperationCanceledException>(() => Auction.Solve(market, null, new CancellationToken(canceled: true)));
        var told = new List<double>();
        Auction.Solve(market, told.Add);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void Nobody_and_nothing_make_an_empty_result()
    {
        Assert.Equal((0, 0), (Auction.Solve(Markets.Of([])).Assigned, Auction.Solve(Markets.Of([(0, 0)], [(0, 9)])).Assigned));
    }

    private static void AssertOptimal(Market market)
    {
        var assignment = Auction.Solve(market);
        Markets.AssertSound(market, assignment);
        var optimum = FlowOracle.Optimum(market);
        Assert.Equal((optimum, optimum), (assignment.Objective, assignment.Bound));
    }

    private static Gen<Market> Of(int people, int openings, int places, int costBeyond, int most)
    {
        var suits = Gen.Select(Gen.Int[0, openings - 1], Gen.Int[1, most]).Array[0, Math.Min(openings, 6)].Select(edges => edges.DistinctBy(edge => edge.Item1).ToArray());
        var taken = Gen.Select(Gen.Int[0, places], Gen.Int[0, 2]).Select((low, more) => (low, low + more));
        return Gen.Select(suits.Array[people], taken.Array[openings]).Select((wishes, offers) => Markets.Of(offers, costBeyond, wishes));
    }
}
