using System.Globalization;

namespace Jiedui.Bench.Results;

/// <summary>One step, once.</summary>
/// <param name="Seconds">Wall-clock time of the step alone, without the start of its process.</param>
/// <param name="Cpu">Processor time in that while, of all threads: on a shared machine it says more than the clock.</param>
/// <param name="PeakBytes">The most memory that was resident in its process.</param>
internal readonly record struct Measurement(double Seconds, double Cpu, long PeakBytes)
{
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {Cpu:R} {PeakBytes}");

    public static Measurement Parse(string line) =>
        line.Split(' ') is [var seconds, var cpu, var peak]
            ? new Measurement(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(cpu, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
            : throw new FormatException($"No measurement: {line}");
}
