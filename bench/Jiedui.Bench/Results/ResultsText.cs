using System.Globalization;
using System.Text;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>The results as Markdown.</summary>
internal static class ResultsText
{
    public static string Of(IReadOnlyList<Result> results)
    {
        var text = new StringBuilder();
        text.Append("# Bench: the labour roster\n\nWritten by `dotnet run -c Release --project bench/Jiedui.Bench -- ");
        text.Append(string.Join(' ', results.Select(result => result.Rows).Distinct())).Append("`. ");
        text.Append("Each step ran in a process of its own; its time is without the start of that process, but with what the JIT compiles on the way.\n\n");
        text.Append(Machine.Line()).Append("\n\n");
        text.Append("| rows | step | rounds | median s | least–most s | CPU s | rows/s | peak MiB | × inflating | × MiniExcel |\n");
        text.Append("|--:|:--|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var result in results)
            text.Append(Line(result, results)).Append('\n');
        return text.Append("\n## What it says\n\n").Append(Reading.Of(results)).ToString();
    }

    private static string Line(Result result, IReadOnlyList<Result> results)
    {
        var rows = result.Step.IsByRow ? (result.Rows / result.Median).ToString("#,##0", CultureInfo.InvariantCulture) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Rows:#,##0} | {result.Step.Title} | {result.Rounds.Count} | {result.Median:0.000} | {result.Least:0.000}–{result.Most:0.000} | {result.MedianCpu:0.00} | {rows} | {result.PeakMiB:0} | {Against(result, Step.Inflate, results)} | {Against(result, Step.MiniExcel, results)} |");
    }

    private static string Against(Result result, Step other, IReadOnlyList<Result> results) =>
        result.Step.IsByRow ? (result.Median / Reading.At(results, other, result.Rows).Median).ToString("0.00", CultureInfo.InvariantCulture) : "";
}
