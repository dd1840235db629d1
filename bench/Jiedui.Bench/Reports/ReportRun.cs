using System.Globalization;
using Jiedui.Bench.Results;
using Jiedui.Bench.Roster;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Reports;

/// <summary>Reports out of books of the case and a roster of some size, each in a process of its own.</summary>
internal static class ReportRun
{
    private const int Rounds = 3;

    public static Section Go(IReadOnlyList<int> sizes) => new(
        "report", "Reports",
        "Books of the case's workbooks and a roster. The long report states 500 figures, each asked with its trace, evidence and grades, and has an annex of 10,000 rows in tables of 250. Each round in a process of its own, without its start but with what the JIT compiles on the way.",
        [.. sizes.SelectMany(At)]);

    private static IReadOnlyList<Line> At(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("jiedui-bench-");
        try
        {
            var workbook = Path.Combine(folder.FullName, "roster.xlsx");
            RosterWorkbook.Write(workbook, rows);
            var bench = new Bench(workbook, Path.Combine(folder.FullName, "data"), rows);
            StepProcess.Measure(Step.Case, bench);
            StepProcess.Measure(Step.Import, bench);
            var (ordinary, @long, zip) = (Measured(Step.Report), Measured(Step.LongReport), Measured(Step.Zip));
            return [ordinary, @long with { Against = [(zip.Median, "zipping its text")], Goal = "under 3 s and 256 MiB" }, zip];

            Line Measured(Step step)
            {
                var rounds = Enumerable.Range(0, Rounds).Select(_ => StepProcess.Measure(step, bench)).ToList();
                return new Line(string.Create(CultureInfo.InvariantCulture, $"{rows:#,##0} rows"), step.Title, [.. rounds.Select(round => round.Seconds)], "s")
                {
                    Cpu = rounds.Select(round => round.Cpu).Order().ElementAt(Rounds / 2),
                    PeakMiB = rounds.Max(round => round.PeakBytes) / (double)(1 << 20),
                };
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
