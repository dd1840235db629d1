using Jiedui.Flow.Matching;

namespace Jiedui.Bench.Matching;

/// <summary>One matching of a generated market.</summary>
/// <param name="Search">Seconds that looking up candidates took.</param>
/// <param name="Auction">Seconds that assigning took.</param>
/// <param name="Cpu">Processor seconds of both.</param>
/// <param name="PeakMiB">The most that was resident in the process until then.</param>
internal sealed record MatchMeasured(Market Market, long Places, Assignment Assignment, double Search, double Auction, double Cpu, double PeakMiB);
