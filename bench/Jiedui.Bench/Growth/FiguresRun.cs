using System.Diagnostics;
using System.Globalization;
using Dapper;
using Jiedui.Bench.Results;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Measures;
using Jiedui.Work;
using Jiedui.Work.Drivers.Industry;

namespace Jiedui.Bench.Growth;

/// <summary>Figures out of millions of postings: every indicator of a year, of a town, first pages of traces, and the recount of everything.</summary>
internal static class FiguresRun
{
    private const int Rounds = 2000;

    /// <summary>Of what goes through all postings.</summary>
    private const int FewRounds = 3;

    /// <summary>What is so slow that its rounds take longer gets fewer of them.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    /// <summary>More than this is a section of its own, which what is measured every time does not replace.</summary>
    private const int Usual = 10_000_000;

    public static Section Go(IReadOnlyList<int> sizes)
    {
        var measured = sizes.Select(size => (Size: size, Lines: At(size))).ToList();
        return measured.TrueForAll(size => size.Size <= Usual)
            ? Told([.. measured.SelectMany(size => size.Lines)])
            : Told([.. measured.SelectMany((size, at) => at == 0 ? size.Lines : Beside(size.Lines, measured[at - 1].Lines))]) with
            {
                Topic = "growth",
                Title = "The same out of a hundred million postings",
                Command = $"dotnet run -c Release --project bench/Jiedui.Bench -- figures {string.Join(' ', sizes)}",
            };
    }

    /// <summary>Of books that are kept in a folder, and made there where it is empty.</summary>
    public static Section Of(string folder, int postings) => Told(Measured(folder, postings));

    private static Section Told(IReadOnlyList<Line> lines) => new(
        "figures", "Figures out of millions of postings",
        "Books of five years, 12 towns of 150 villages and one person for ten postings, beside the case, all of them in the database: records, postings, and what is kept beside them. Nothing is remembered from one question to the next but what the database keeps in memory.", lines);

    /// <summary>What is asked, held against the same of fewer postings.</summary>
    private static IEnumerable<Line> Beside(IReadOnlyList<Line> lines, IReadOnlyList<Line> fewer) => lines.Zip(fewer, (line, less) =>
        line.Against.Count == 0 ? line : line with
        {
            Against = [.. line.Against, (less.Median, "of fewer postings")],
            Goal = line.Unit == "ms" ? "within 2× of fewer postings" : line.Goal,
        });

    private static IReadOnlyList<Line> At(int postings)
    {
        var folder = Directory.CreateTempSubdirectory("jiedui-bench-");
        try
        {
            return Measured(folder.FullName, postings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<Line> Measured(string folder, int postings)
    {
        var filling = Stopwatch.StartNew();
        var books = GrownBooks.In(folder, postings);
        var filled = filling.Elapsed;
        using var connection = books.Database.Connect();
        var size = string.Create(CultureInfo.InvariantCulture, $"{books.Postings:#,##0} postings");
        var whole = new FigureQuery(books.Partnership.Id, new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)));
        var surveyed = Article.Catalogue.Indicator("labour.surveyed")!;
        var floor = Article.Catalogue.Indicators.First(indicator => indicator.Formula is LeastFormula least && least.Of == SiteJobs.IncomeFloor);
        var scan = Timed(size, "floor: scan the postings", FewRounds, () => connection.ExecuteScalar<long>("SELECT sum(low) FROM posting"));
        var key = Timed(size, "floor: one row by its key", Rounds, () => connection.ExecuteScalar<long>("SELECT count(*) FROM partnership WHERE id = @Id", new { books.Partnership.Id }));
        (double, string)[] row = [(key.Median, "one row")];
        IReadOnlyList<Line> asked =
        [
            new Line(size, "filled, a posting", [1e6 * filled.TotalSeconds / books.Postings], "µs"), scan, key,
            Asked("all indicators of a year", figures => figures.All(Article.Catalogue.Indicators, whole), "99th under 5 ms"),
            Asked("all indicators of a year, one town", figures => figures.All(Article.Catalogue.Indicators, whole with { Unit = books.Town }), "99th under 20 ms"),
            Asked("distinct persons of a year", figures => figures.Of(surveyed, whole)),
            Asked("a trace's first page", figures => figures.Trace(surveyed, whole, 50), "99th under 50 ms"),
            Asked("… of a floor", figures => figures.Trace(floor, whole, 50), "99th under 50 ms"),
            Asked("… of one town", figures => figures.Trace(surveyed, whole with { Unit = books.Town }, 50), "99th under 50 ms"),
            Asked("… of what has no evidence", figures => figures.Trace(surveyed, whole with { Grade = EvidenceGrade.None }, 50), "99th under 50 ms"),
            Asked("… of what both confirmed", figures => figures.Trace(surveyed, whole with { ConfirmedOnly = true }, 50), "99th under 50 ms"),
            Asked("grades of the records behind it", figures => figures.Grades(surveyed, whole)),
            Timed(size, "all indicators of a year, confirmed by both", FewRounds, () => Ask().All(Article.Catalogue.Indicators, whole with { ConfirmedOnly = true })),
        ];
        var recount = Timed(size, "recount everything, a posting", FewRounds, () => Sound(Verification.Recount(connection, Article.Catalogue)));
        return
        [
            .. asked,
            recount with { Rounds = [.. recount.Rounds.Select(round => 1000 * round / books.Postings)], Unit = "µs", Cpu = recount.Cpu, Goal = "under 5 µs", Against = [(1000 * scan.Median / books.Postings, "a scan")] },
        ];

        Line Asked(string what, Action<Figures> ask, string? goal = null) => Timed(size, what, Rounds, () => ask(Ask())) with { Against = row, Goal = goal };

        // As a request does: nothing is known yet.
        Figures Ask() => new(connection, Article.Catalogue, books.Database.Vault);
    }

    /// <summary>Milliseconds of each round, after one that is not counted unless it took long enough to be the only one.</summary>
    private static Line Timed(string size, string what, int rounds, Action act)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var all = Stopwatch.StartNew();
        act();
        var taken = new List<double>();
        if (all.Elapsed > LongEnough)
            (rounds, taken) = (1, [all.Elapsed.TotalMilliseconds]);
        else
            cpu = Environment.CpuUsage.TotalTime;
        all.Restart();
        while (taken.Count < rounds && (taken.Count < FewRounds || all.Elapsed < LongEnough))
        {
            var watch = Stopwatch.StartNew();
            act();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return new Line(size, what, taken, "ms") { Cpu = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / taken.Count };
    }

    private static void Sound(VerificationResult result)
    {
        if (!result.Ok)
            throw new InvalidOperationException(result.Faults[0]);
    }
}
