using Google.OrTools.Graph;
using Jiedui.Flow.Matching;

namespace Jiedui.Bench.Matching;

/// <summary>The optimum of a market by OR-Tools' min-cost flow over the same sparse graph: the bench's peer, and the tests' oracle.</summary>
internal static class FlowOracle
{
    public static long Optimum(Market market)
    {
        var flow = new MinCostFlow();
        var (source, sink) = (market.People + market.Openings, market.People + market.Openings + 1);
        for (var person = 0; person < market.People; person++)
        {
            flow.AddArcWithCapacityAndUnitCost(source, person, 1, 0);
            flow.AddArcWithCapacityAndUnitCost(person, sink, 1, 0);
            for (var edge = market.Start[person]; edge < market.Start[person + 1]; edge++)
                flow.AddArcWithCapacityAndUnitCost(person, market.People + market.Opening[edge], 1, -market.Benefit[edge]);
        }
        for (var opening = 0; opening < market.Openings; opening++)
        {
            flow.AddArcWithCapacityAndUnitCost(market.People + opening, sink, market.Low[opening], 0);
            flow.AddArcWithCapacityAndUnitCost(market.People + opening, sink, market.High[opening] - market.Low[opening], market.CostBeyond);
        }
        flow.SetNodeSupply(source, market.People);
        flow.SetNodeSupply(sink, -market.People);
        var status = flow.Solve();
        return status == MinCostFlowBase.Status.OPTIMAL ? -flow.OptimalCost() : throw new InvalidOperationException($"OR-Tools: {status}");
    }
}
