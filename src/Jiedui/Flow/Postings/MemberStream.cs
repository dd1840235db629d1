using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The members of one measure, one after another, so that few of them are in memory.</summary>
internal sealed class MemberStream : IDisposable
{
    private const string InOrder = "ORDER BY member, month, parties";

    private readonly NumberRows stored;
    private readonly List<MemberMonth> months = [];
    private readonly long measure;
    private bool hasNext;

    private MemberStream(DbConnection connection, string sql, long partnership, long measure)
    {
        this.measure = measure;
        stored = NumberRows.Of(connection, sql, (nameof(partnership), partnership), (nameof(measure), measure));
        hasNext = stored.Next();
    }

    private static string Kept => "SELECT member, month, parties, low, postings FROM tally WHERE partnership = @partnership AND measure = @measure";

    /// <summary>All members.</summary>
    public static MemberStream All(DbConnection connection, long partnership, long measure) => new(connection, $"{Kept} {InOrder}", partnership, measure);

    /// <summary>Those from one to another.</summary>
    public static MemberStream Between(DbConnection connection, long partnership, long measure, long first, long last) =>
        new(connection, string.Create(CultureInfo.InvariantCulture, $"{Kept} AND member BETWEEN {first} AND {last} {InOrder}"), partnership, measure);

    /// <summary>A few. They are found first and then put in order: PostgreSQL would go through all members in their order to save the sorting.</summary>
    public static MemberStream Of(DbConnection connection, long partnership, long measure, IEnumerable<long> members) =>
        new(connection, $"WITH found AS MATERIALIZED ({Kept} AND member IN {Numbers.Sql(members)}) SELECT member, month, parties, low, postings FROM found {InOrder}", partnership, measure);

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
