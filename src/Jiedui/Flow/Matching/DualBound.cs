namespace Jiedui.Flow.Matching;

/// <summary>Judges an assignment by the prices that it was made with: any prices, even wrong ones, give a value that no assignment exceeds.</summary>
internal static class DualBound
{
    public static Assignment Judge(Market market, Places places, int[] holding, int[] prices, int scale, long bids)
    {
        var (objective, beyond) = Objective(market, places, holding);
        var assigned = holding.Count(opening => opening != Assignment.Nobody);
        return new Assignment(holding, beyond, objective, Of(market, places, prices, scale) / scale, assigned, bids);
    }

    /// <summary>What people gain at these prices at most, and what the places earn: times <paramref name="scale"/>.</summary>
    private static long Of(Market market, Places places, int[] prices, int scale)
    {
        var bound = 0L;
        for (var person = 0; person < market.People; person++)
        {
            var best = 0;
            for (var edge = market.Start[person]; edge < market.Start[person + 1]; edge++)
            {
                if (places.High[market.Opening[edge]] > 0)
                    best = Math.Max(best, market.Benefit[edge] * scale - prices[market.Opening[edge]]);
            }
            bound += best;
        }
        for (var opening = 0; opening < market.Openings; opening++)
        {
            bound += (long)places.Low[opening] * prices[opening]
                + (long)(places.High[opening] - places.Low[opening]) * Math.Max(0, prices[opening] - market.CostBeyond * scale);
        }
        return bound;
    }

    /// <summary>The wanted places go to those who fit best, of equal ones to the lower record.</summary>
    private static (long Objective, bool[] IsBeyond) Objective(Market market, Places places, int[] holding)
    {
        var beyond = new bool[market.People];
        var objective = 0L;
        var filled = new int[market.Openings];
        for (var person = 0; person < market.People; person++)
        {
            if (holding[person] == Assignment.Nobody)
                continue;
            objective += market.BenefitOf(person, holding[person]);
            filled[holding[person]]++;
        }
        var crowded = Enumerable.Range(0, market.People)
            .Where(person => holding[person] != Assignment.Nobody && filled[holding[person]] > places.Low[holding[person]]).GroupBy(person => holding[person]);
        foreach (var opening in crowded)
        {
            foreach (var person in opening.OrderByDescending(person => market.BenefitOf(person, opening.Key)).ThenBy(person => person).Skip(places.Low[opening.Key]))
            {
                beyond[person] = true;
                objective -= market.CostBeyond;
            }
        }
        return (objective, beyond);
    }
}
