using System.Buffers;

namespace Jiedui.Flow.Postings;

/// <summary>Some members' changes, in memory that is given back when they are done with.</summary>
internal sealed class MemberBlock(int room) : IDisposable
{
    private MemberMonth[] changes = ArrayPool<MemberMonth>.Shared.Rent(room);

    public int Count { get; private set; }

    public ref MemberMonth Last => ref changes[Count - 1];

    public ReadOnlySpan<MemberMonth> Changes => changes.AsSpan(0, Count);

    public void Add(in MemberMonth change)
    {
        if (Count == changes.Length)
        {
            var more = ArrayPool<MemberMonth>.Shared.Rent(2 * Count);
            Changes.CopyTo(more);
            Dispose();
            changes = more;
        }
        changes[Count++] = change;
    }

    public void Dispose() => ArrayPool<MemberMonth>.Shared.Return(changes);
}
