namespace Jiedui.Flow.Postings;

/// <summary>The changes to one measure's members.</summary>
internal sealed class MemberRuns(long measure)
{
    private readonly SortedRuns<MemberChange> changes = new();

    public int Count => changes.Count;

    public void Add(in MemberChange change) => changes.Add(change);

    /// <summary>
    /// All changes in the order of their table, those of one place together, in blocks that end with a member. To be asked once; a block is filled again when the
    /// next is asked for.
    /// </summary>
    /// <param name="about">So many to a block; more only where one member has more.</param>
    public IEnumerable<List<MemberMonth>> Blocks(int about)
    {
        var block = new List<MemberMonth>(Math.Min(Count, about));
        foreach (var change in changes.InOrder())
        {
            var next = change.In(measure);
            if (block.Count > 0 && block[^1].IsSamePlace(next))
            {
                block[^1] = block[^1].Plus(next);
                continue;
            }
            if (block.Count >= about && block[^1].Member != next.Member)
            {
                yield return block;
                block.Clear();
            }
            block.Add(next);
        }
        yield return block;
    }
}
