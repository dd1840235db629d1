using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The members of one measure, one after another, so that few of them are in memory.</summary>
internal sealed class MemberStream : IDisposable
{
    private readonly NumberRows stored;
    private readonly List<MemberMonth> months = [];
    private readonly long measure;
    private bool hasNext;

    /// <param name="among">The condition on members, in SQL, if any.</param>
    public MemberStream(DbConnection connection, long partnership, long measure, string among = "")
    {
        this.measure = measure;
        stored = NumberRows.Of(
            connection,
            $"SELECT member, month, parties, low, postings FROM tally WHERE partnership = @partnership AND measure = @measure{among} ORDER BY member, month, parties",
            (nameof(partnership), partnership), (nameof(measure), measure));
        hasNext = stored.Next();
    }

    /// <summary>The months of the next member, in order; empty at the end.</summary>
    public ReadOnlySpan<MemberMonth> Next()
    {
        months.Clear();
        if (hasNext)
        {
            var member = stored[0];
            do
                months.Add(new MemberMonth(measure, member, (int)stored[1], stored[2], stored[3], stored[4]));
            while ((hasNext = stored.Next()) && stored[0] == member);
        }
        return CollectionsMarshal.AsSpan(months);
    }

    /// <summary>The months of a member, empty where there are none; of others only if they come behind.</summary>
    public ReadOnlySpan<MemberMonth> Of(long member)
    {
        while (hasNext && stored[0] < member)
            hasNext = stored.Next();
        return hasNext && stored[0] == member ? Next() : [];
    }

    public void Dispose() => stored.Dispose();
}
