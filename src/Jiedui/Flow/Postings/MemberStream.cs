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

    public MemberStream(DbConnection connection, long partnership, long measure)
    {
        this.measure = measure;
        stored = NumberRows.Of(
            connection,
            "SELECT member, month, parties, low, postings FROM tally WHERE partnership = @partnership AND measure = @measure ORDER BY member, month, parties",
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

    public void Dispose() => stored.Dispose();
}
