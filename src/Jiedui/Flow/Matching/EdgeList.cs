namespace Jiedui.Flow.Matching;

/// <summary>The edges of a market while they are found, person after person.</summary>
internal sealed class EdgeList(int people)
{
    private readonly int[] start = new int[people + 1];
    private int[] openings = new int[Math.Max(16, people * 8)];
    private short[] benefits = new short[Math.Max(16, people * 8)];
    private int person;
    private int edges;

    public void Add(ReadOnlySpan<Pool.Offer> kept)
    {
        if (edges + kept.Length > openings.Length)
        {
            var larger = openings.Length + openings.Length / 2 + kept.Length;
            Array.Resize(ref openings, larger);
            Array.Resize(ref benefits, larger);
        }
        foreach (var (opening, points) in kept)
        {
            openings[edges] = opening;
            benefits[edges++] = points;
        }
        start[++person] = edges;
    }

    public Market ToMarket(Profiles profiles)
    {
        int[] low = new int[profiles.Openings], high = new int[profiles.Openings];
        for (var opening = 0; opening < profiles.Openings; opening++)
            (low[opening], high[opening]) = profiles.PlacesOf(opening);
        return new Market(start, openings, benefits, low, high, profiles.Matching.Openings.CostBeyond);
    }
}
