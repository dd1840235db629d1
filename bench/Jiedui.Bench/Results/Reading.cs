using System.Globalization;
using System.Text;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>What the results say, in sentences: whether a row costs the same in a large file, and what an import costs beside the reading alone.</summary>
internal static class Reading
{
    public static Result At(IReadOnlyList<Result> results, Step step, int rows) => results.First(result => result.Step == step && result.Rows == rows);

    public static string Of(IReadOnlyList<Result> results)
    {
        var text = new StringBuilder();
        var sizes = results.Select(result => result.Rows).Distinct().Order().ToList();
        foreach (var rows in sizes)
            text.Append(Costs(results, rows));
        foreach (var (fewer, more) in sizes.Zip(sizes.Skip(1)))
            text.Append(Growth(results, fewer, more));
        return text.ToString();
    }

    private static string Costs(IReadOnlyList<Result> results, int rows)
    {
        var (import, again) = (At(results, Step.Import, rows), At(results, Step.Reimport, rows));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"- {rows:#,##0} rows: imported at {rows / import.Median:#,##0} rows/s with at most {import.PeakMiB:0} MiB resident; the same file again, all unchanged, takes {again.Median / import.Median:0.00} of that time.\n");
    }

    private static string Growth(IReadOnlyList<Result> results, int fewer, int more)
    {
        double PerRow(Step step) => At(results, step, more).Median / more / (At(results, step, fewer).Median / fewer);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"- From {fewer:#,##0} to {more:#,##0} rows the cost of a row changes by {PerRow(Step.Import):0.00} (import), {PerRow(Step.Reimport):0.00} (import again), {PerRow(Step.Figures):0.00} (indicators), {PerRow(Step.Report):0.00} (report); 1 is linear, {more / fewer} would be quadratic.\n");
    }
}
