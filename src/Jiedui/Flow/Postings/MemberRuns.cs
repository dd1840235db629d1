namespace Jiedui.Flow.Postings;

/// <summary>The changes to one measure's members.</summary>
internal sealed class MemberRuns(long measure)
{
    private readonly SortedRuns<MemberChange> changes = new();

    public int Count => changes.Count;

    public void Add(in MemberChange change) => changes.Add(change);

    /// <summary>All changes in the order of their table, those of one place together, in blocks that end with a member. To be asked once.</summary>
    /// <param name="about">So many to a block; more only where one member has more.</param>
    public IEnumerable<MemberBlock> Blocks(int about)
    {
        var room = Math.Min(Count, about) + 1;
        var block = new MemberBlock(room);
        foreach (var change in changes.InOrder())
        {
            var next = change.In(measure);
            if (block.Count > 0 && block.Last.IsSamePlace(next))
            {
                block.Last = block.Last.Plus(next);
                continue;
            }
            if (block.Count >= about && block.Last.Member != next.Member)
            {
                yield return block;
                block = new MemberBlock(room);
            }
            block.Add(next);
        }
        yield return block;
    }
}
