namespace Jiedui.Flow.Matching;

/// <summary>How many places of each opening matter: never more than people who might come.</summary>
/// <param name="Start">Where the places of each opening stand in one row of all places.</param>
internal sealed record Places(int[] Low, int[] High, int[] Start)
{
    public long Total => Start[^1];

    public static Places Of(Market market, Interest interest)
    {
        var (low, high, start) = (new int[market.Openings], new int[market.Openings], new int[market.Openings + 1]);
        for (var opening = 0; opening < market.Openings; opening++)
        {
            high[opening] = Math.Min(market.High[opening], interest.Count(opening));
            low[opening] = Math.Min(market.Low[opening], high[opening]);
            start[opening + 1] = start[opening] + high[opening];
        }
        return new Places(low, high, start);
    }
}
