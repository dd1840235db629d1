using System.Diagnostics;
using Dapper;
using Jiedui.Bench.Results;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Measures;
using Jiedui.Work;

namespace Jiedui.Bench.Growth;

/// <summary>Figures out of millions of postings: every indicator of a year, of a town, first pages of traces, and the recount of everything.</summary>
internal static class FiguresRun
{
    private const int Rounds = 200;

    public static Section Go(IReadOnlyList<int> sizes)
    {
        var lines = sizes.SelectMany(Measured).ToList();
        return new Section(
            "figures", "Figures out of millions of postings",
            "Books of five years, 12 towns of 150 villages and one person for ten postings, beside the case; nothing is remembered from one question to the next but what the database keeps in memory.", lines);
    }

    private static IReadOnlyList<Line> Measured(int postings)
    {
        var filling = Stopwatch.StartNew();
        using var books = new GrownBooks(postings);
        var filled = filling.Elapsed;
        using var connection = books.Database.Connect();
        var size = $"{books.Postings:#,##0} postings";
        var whole = new FigureQuery(books.Partnership.Id, new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)));
        var surveyed = Article.Catalogue.Indicator("labour.surveyed")!;
        var scan = Timed(size, "floor: scan the postings", 1, () => connection.ExecuteScalar<long>("SELECT sum(low) FROM posting"));
        var key = Timed(size, "floor: one row by its key", Rounds, () => connection.ExecuteScalar<long>("SELECT count(*) FROM partnership WHERE id = @Id", new { books.Partnership.Id }));
        var all = Timed(size, "all indicators of a year", Rounds, () => Ask().All(Article.Catalogue.Indicators, whole));
        var town = Timed(size, "all indicators of a year, one town", Rounds, () => Ask().All(Article.Catalogue.Indicators, whole with { Unit = books.Town }));
        var distinct = Timed(size, "distinct persons of a year", Rounds, () => Ask().Of(surveyed, whole));
        var trace = Timed(size, "a trace's first page", Rounds, () => Ask().Trace(surveyed, whole, 50));
        var recount = Timed(size, "recount everything, a posting", 1, () => Sound(Verification.Recount(connection, Article.Catalogue)));
        var each = recount with { Rounds = [.. recount.Rounds.Select(round => 1000 * round / books.Postings)], Unit = "µs", Goal = "under 5 µs", Against = [(1000 * scan.Median / books.Postings, "a scan")] };
        return
        [
            new Line(size, "filled, a posting", [1e6 * filled.TotalSeconds / books.Postings], "µs"), scan, key,
            all with { Goal = "99th under 5 ms", Against = [(key.Median, "one row")] }, town with { Goal = "99th under 20 ms", Against = [(key.Median, "one row")] },
            distinct with { Against = [(key.Median, "one row")] }, trace with { Goal = "99th under 50 ms", Against = [(key.Median, "one row")] }, each,
        ];

        // As a request does: nothing is known yet.
        Figures Ask() => new(connection, Article.Catalogue, books.Database.Vault);
    }

    /// <summary>Milliseconds of each round, after one that is not counted; a single round is.</summary>
    private static Line Timed(string size, string what, int rounds, Action act)
    {
        if (rounds > 1)
            act();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var taken = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            act();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return new Line(size, what, taken, "ms") { Cpu = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds / rounds };
    }

    private static void Sound(VerificationResult result)
    {
        if (!result.Ok)
            throw new InvalidOperationException(result.Faults[0]);
    }
}
