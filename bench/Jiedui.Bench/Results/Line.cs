using System.Globalization;

namespace Jiedui.Bench.Results;

/// <summary>One thing that was measured at one size: every round of it, and how it stands to floors and peers that were measured in the same run.</summary>
/// <param name="Size">How much it was done to: 1,000,000 rows.</param>
/// <param name="What">What was done.</param>
/// <param name="Rounds">What each round took, in <paramref name="Unit"/>.</param>
/// <param name="Unit">s, ms, µs; or requests/s.</param>
internal sealed record Line(string Size, string What, IReadOnlyList<double> Rounds, string Unit)
{
    /// <summary>Processor time of all threads in seconds, the median of the rounds; where it was taken.</summary>
    public double? Cpu { get; init; }

    /// <summary>The most that was resident, of all rounds; where it was taken.</summary>
    public double? PeakMiB { get; init; }

    /// <summary>What it is held against, each with the median of that and its name.</summary>
    public IReadOnlyList<(double Median, string Of)> Against { get; init; } = [];

    /// <summary>What it should come to, in words; null where nothing was set.</summary>
    public string? Goal { get; init; }

    public double Median => At(0.5);

    /// <summary>The value below which this share of the rounds lies.</summary>
    public double At(double share) => Rounds.Order().ElementAt((int)Math.Ceiling(share * (Rounds.Count - 1)));

    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Size} | {What} | {Rounds.Count:#,##0} | {Short(Median)} {Unit} | {Short(Rounds.Min())}–{Short(At(0.99))} | {Cpu:0.00} | {PeakMiB:0} | {string.Join(", ", Against.Select(Held))} | {Goal} |");

    public const string Head =
        "| size | what | rounds | median | least–99th percentile | CPU s | peak MiB | held against | goal |\n|--:|:--|--:|--:|--:|--:|--:|:--|:--|";

    private string Held((double Median, string Of) other) => string.Create(CultureInfo.InvariantCulture, $"{Short(Median / other.Median)}× {other.Of}");

    /// <summary>Three digits that count.</summary>
    private static string Short(double value) =>
        Math.Abs(value) >= 100 ? value.ToString("#,##0", CultureInfo.InvariantCulture) : value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);
}
