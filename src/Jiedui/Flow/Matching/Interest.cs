namespace Jiedui.Flow.Matching;

/// <summary>The market seen from the openings: who might come to each, in the order of records. Edge e of the person stands at <c>Edge</c>.</summary>
internal sealed record Interest(int[] Start, int[] Person, short[] Benefit)
{
    public static Interest Of(Market market)
    {
        var start = new int[market.Openings + 1];
        foreach (var opening in market.Opening.AsSpan(0, market.Edges))
            start[opening + 1]++;
        for (var opening = 0; opening < market.Openings; opening++)
            start[opening + 1] += start[opening];
        var next = start[..^1];
        var (people, benefits) = (new int[market.Edges], new short[market.Edges]);
        for (var person = 0; person < market.People; person++)
        {
            for (var edge = market.Start[person]; edge < market.Start[person + 1]; edge++)
            {
                var at = next[market.Opening[edge]]++;
                (people[at], benefits[at]) = (person, market.Benefit[edge]);
            }
        }
        return new Interest(start, people, benefits);
    }

    public int Count(int opening) => Start[opening + 1] - Start[opening];
}
