using System.Globalization;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>What the roster's results say: how a step stands to inflating and to a peer, and whether a row costs the same in a large file.</summary>
internal sealed class Reading(IReadOnlyList<Result> results)
{
    public IReadOnlyList<Line> Lines =>
    [
        .. results.Select(result => new Line(string.Create(CultureInfo.InvariantCulture, $"{result.Rows:#,##0}"), result.Step.Title, [.. result.Rounds.Select(round => round.Seconds)], "s")
        {
            Cpu = result.MedianCpu,
            PeakMiB = result.PeakMiB,
            Against = [.. result.Step.HeldAgainst.Select(other => (At(other, result.Rows).Median, other.Short))],
            Goal = result.Step.Goal,
        }),
    ];

    public IReadOnlyList<string> Says
    {
        get
        {
            var sizes = results.Select(result => result.Rows).Distinct().Order().ToList();
            return [.. sizes.Zip(sizes.Skip(1)).Select(pair => Growth(pair.First, pair.Second))];
        }
    }

    public IReadOnlyList<Curve> Curves =>
        [.. results.Where(result => result.Step.IsByRow).GroupBy(result => result.Step).Select(step => new Curve(step.Key.Title, [.. step.Select(result => ((double)result.Rows, result.MicrosecondsByRow))]))];

    private Result At(Step step, int rows) => results.First(result => result.Step == step && result.Rows == rows);

    private string Growth(int fewer, int more)
    {
        string PerRow(Step step) => string.Create(CultureInfo.InvariantCulture, $"{At(step, more).MicrosecondsByRow / At(step, fewer).MicrosecondsByRow:0.00} ({step.Title.TrimStart('…', ' ')})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"From {fewer:#,##0} to {more:#,##0} rows the cost of a row changes by {string.Join(", ", Step.All.Where(step => step != Step.Inflate).Select(PerRow))}; 1 is linear, {more / fewer} would be quadratic.");
    }
}
