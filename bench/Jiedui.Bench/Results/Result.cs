using Jiedui.Bench.Steps;

namespace Jiedui.Bench.Results;

/// <summary>One step at one size, as often as it was measured.</summary>
internal sealed record Result(Step Step, int Rows, IReadOnlyList<Measurement> Rounds)
{
    public double Median => Rounds.Select(round => round.Seconds).Order().ElementAt(Rounds.Count / 2);

    public double Least => Rounds.Min(round => round.Seconds);

    public double Most => Rounds.Max(round => round.Seconds);

    public double PeakMiB => Rounds.Max(round => round.PeakBytes) / 1048576.0;
}
