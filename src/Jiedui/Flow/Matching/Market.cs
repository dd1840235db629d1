namespace Jiedui.Flow.Matching;

/// <summary>
/// Who may be assigned to what at which benefit: a sparse graph in arrays. The edges of person p are those from <c>Start[p]</c> to <c>Start[p + 1]</c>. Only benefits above
/// zero count; whoever finds none stays unassigned at zero.
/// </summary>
/// <param name="CostBeyond">What each place beyond an opening's low end costs.</param>
public sealed record Market(int[] Start, int[] Opening, short[] Benefit, int[] Low, int[] High, int CostBeyond)
{
    public int People => Start.Length - 1;

    public int Openings => Low.Length;

    public int Edges => Start[^1];

    /// <summary>The benefit of an edge that there is.</summary>
    public int BenefitOf(int person, int opening) => Benefit[Array.IndexOf(Opening, opening, Start[person], Start[person + 1] - Start[person])];
}
