using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The members of one measure, one after another, so that few of them are in memory.</summary>
internal sealed class MemberStream : IDisposable
{
    private readonly IEnumerator<MemberMonth> stored;
    private readonly List<MemberMonth> months = [];
    private bool hasNext;

    public MemberStream(DbConnection connection, long partnership, long measure)
    {
        stored = connection.Stream(
            "SELECT member, month, parties, low, postings FROM tally WHERE partnership = @partnership AND measure = @measure ORDER BY member, month, parties",
            new { partnership, measure },
            row => new MemberMonth(measure, row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))).GetEnumerator();
        hasNext = stored.MoveNext();
    }

    /// <summary>The months of the next member, in order; empty at the end.</summary>
    public ReadOnlySpan<MemberMonth> Next()
    {
        months.Clear();
        for (var member = hasNext ? stored.Current.Member : 0; hasNext && stored.Current.Member == member; hasNext = stored.MoveNext())
            months.Add(stored.Current);
        return CollectionsMarshal.AsSpan(months);
    }

    public void Dispose() => stored.Dispose();
}
