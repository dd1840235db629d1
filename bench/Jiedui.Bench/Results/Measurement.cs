using System.Globalization;

namespace Jiedui.Bench.Results;

/// <summary>One step, once.</summary>
/// <param name="Seconds">Wall-clock time of the step alone, without the start of its process.</param>
/// <param name="PeakBytes">The most memory that was resident in its process.</param>
internal readonly record struct Measurement(double Seconds, long PeakBytes)
{
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {PeakBytes}");

    public static Measurement Parse(string line) =>
        line.Split(' ') is [var seconds, var peak]
            ? new Measurement(double.Parse(seconds, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
            : throw new FormatException($"No measurement: {line}");
}
