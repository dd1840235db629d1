using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>One step at one size, as often as it was measured.</summary>
internal sealed record Result(Step Step, int Rows, IReadOnlyList<Measurement> Rounds)
{
    public double Median => Middle(round => round.Seconds);

    public double MedianCpu => Middle(round => round.Cpu);

    public double Least => Rounds.Min(round => round.Seconds);

    public double Most => Rounds.Max(round => round.Seconds);

    public double PeakMiB => Rounds.Max(round => round.PeakBytes) / 1048576.0;

    private double Middle(Func<Measurement, double> of) => Rounds.Select(of).Order().ElementAt(Rounds.Count / 2);
}
