namespace Jiedui.Flow.Matching;

/// <summary>The edges of a market while they are found, person after person.</summary>
internal sealed class EdgeList(int people)
{
    private readonly int[] start = new int[people + 1];

    // What is never written is never resident.
    private readonly int[] openings = GC.AllocateUninitializedArray<int>(people * CandidateSearch.Kept);
    private readonly short[] benefits = GC.AllocateUninitializedArray<short>(people * CandidateSearch.Kept);
    private int person;
    private int edges;

    public void Add(ReadOnlySpan<Pool.Offer> kept)
    {
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
