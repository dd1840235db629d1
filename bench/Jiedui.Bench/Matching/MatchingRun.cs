using System.Diagnostics;
using System.Globalization;
using Jiedui.Bench.Results;
using Jiedui.Flow.Matching;

namespace Jiedui.Bench.Matching;

/// <summary>The matcher beside OR-Tools at the case's size, and alone at the size of a province.</summary>
internal static class MatchingRun
{
    private const int Rounds = 3;

    /// <param name="sizes">People and openings of the large market; a million and 300,000 where none are given.</param>
    public static Section Go(IReadOnlyList<int> sizes)
    {
        var (people, openings) = sizes is [var asked, var offered] ? (asked, offered) : (1_000_000, 300_000);
        // The first run pays for the compiler; the large one comes next, for the peak is the process's.
        _ = Measure(new LabourMarket(2_000, 200, most: 10, seed: 1).Generate());
        var large = Measure(new LabourMarket(people, openings, most: 4, seed: 2020).Generate());
        var profiles = new LabourMarket(10_844, 128, most: 52, seed: 2020).Generate();
        var (small, peer, optimum) = (new List<MatchMeasured>(), new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            small.Add(Measure(profiles));
            var clock = Stopwatch.StartNew();
            optimum = FlowOracle.Optimum(small[^1].Market);
            peer.Add(clock.Elapsed.TotalSeconds);
        }
        return Told(small, peer, optimum, large);
    }

    private static Section Told(List<MatchMeasured> small, List<double> peer, long optimum, MatchMeasured large)
    {
        var flow = new Line(SizeOf(small[0]), "OR-Tools min-cost flow, the same candidates", peer, "s");
        return new Section(
            "matching", "Matching people and vacancies",
            "A generated market whose people cluster by trade, a tenth of the vacancies a range; candidates are looked up, then assigned by auction, and the bound is reckoned. OR-Tools is given the same sparse graph.",
            [
                flow,
                new Line(SizeOf(small[0]), "auction", [.. small.Select(one => one.Auction)], "s") { Against = [(flow.Median, "OR-Tools")], Goal = "0.1 % of the optimum" },
                new Line(SizeOf(small[0]), "candidates and auction", [.. small.Select(one => one.Search + one.Auction)], "s") { Cpu = small[0].Cpu, Against = [(flow.Median, "OR-Tools")] },
                new Line(SizeOf(large), "candidates", [large.Search], "s"),
                new Line(SizeOf(large), "candidates and auction", [large.Search + large.Auction], "s") { Cpu = large.Cpu, PeakMiB = large.PeakMiB, Goal = "120 s, 1 GiB" },
            ])
        {
            Says = [Result(small[0]) + string.Create(CultureInfo.InvariantCulture, $" OR-Tools' optimum is {optimum:#,##0}."), Result(large)],
        };
    }

    private static string Result(MatchMeasured one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SizeOf(one)} ({one.Places:#,##0} places, {one.Market.Edges:#,##0} candidates): {one.Assignment.Assigned:#,##0} assigned in {one.Assignment.Bids:#,##0} bids, objective {one.Assignment.Objective:#,##0}, bound {one.Assignment.Bound:#,##0}, certified gap {one.Assignment.Gap * 100:0.0000} %.");

    private static string SizeOf(MatchMeasured one) => string.Create(CultureInfo.InvariantCulture, $"{one.Market.People:#,##0} × {one.Market.Openings:#,##0}");

    private static MatchMeasured Measure(Profiles profiles)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        var market = new CandidateSearch(profiles).Find();
        var searched = clock.Elapsed.TotalSeconds;
        var assignment = Auction.Solve(market);
        return new MatchMeasured(market, profiles.Places, assignment, searched, clock.Elapsed.TotalSeconds - searched, Cpu() - cpu, PeakMemory.Bytes() / 1048576.0);
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
