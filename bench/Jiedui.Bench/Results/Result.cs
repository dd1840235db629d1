using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>One step at one size, as often as it was measured.</summary>
internal sealed record Result(Step Step, int Rows, IReadOnlyList<Measurement> Rounds)
{
    public double Median => Middle(round => round.Seconds);

    public double MedianCpu => Middle(round => round.Cpu);

    public double PeakMiB => Rounds.Max(round => round.PeakBytes) / 1048576.0;

    public double MicrosecondsByRow => Median * 1e6 / Rows;

    private double Middle(Func<Measurement, double> of) => Rounds.Select(of).Order().ElementAt(Rounds.Count / 2);
}
