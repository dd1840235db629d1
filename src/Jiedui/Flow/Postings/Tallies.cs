using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// The members of measures, month by month, and from them the counts of <see cref="Presence"/>. What is kept of a block of members is asked before the block is
/// written, and of the next while it is.
/// </summary>
internal sealed class Tallies(DbConnection connection, DbTransaction transaction, long partnership, Scopes scopes) : IDisposable
{
    /// <summary>So many changes are counted and written together.</summary>
    private const int Block = 1 << 13;

    /// <summary>Members are looked up so many at a time: each costs one step down the tree, and no statement of its own.</summary>
    private const int AskedAtOnce = 500;

    /// <summary>To look up a member costs as much as to pass by so many of them.</summary>
    private const int PassedBy = 5;

    private static readonly string[] Fields = ["partnership", "measure", "member", "month", "parties", "low", "postings"];

    private readonly BulkInsert change = BulkInsert.Into(
        connection, "tally", Fields,
        "ON CONFLICT (partnership, measure, member, month, parties) DO UPDATE SET low = tally.low + excluded.low, postings = tally.postings + excluded.postings");

    /// <summary>Of measures of which nothing is kept yet: a server takes what cannot be there already in half the time.</summary>
    private readonly BulkInsert add = BulkInsert.Into(connection, "tally", Fields);

    private readonly Presence presence = new(scopes);
    private readonly List<MemberMonth> after = [];

    /// <summary>Changes a measure whose members are subjects.</summary>
    public void ChangeSubjects(long measure, MemberRuns changes)
    {
        var isFirst = IsFirst(measure);
        var kept = isFirst ? 0 : Kept(measure);
        foreach (var block in changes.Blocks(Block))
        {
            var members = CollectionsMarshal.AsSpan(block);
            if (isFirst)
                CountFirst(members);
            else if (changes.Count > AskedAtOnce && PassedBy * (long)changes.Count >= kept)
                CountPresence(members, MemberStream.Between(connection, partnership, measure, members[0].Member, members[^1].Member));
            else
                CountPresenceOfFew(measure, members);
            Write(members, isFirst ? add : change);
        }
        presence.Write(connection, partnership, measure);
    }

    /// <summary>Changes a floor, whose members are its values. They are only kept.</summary>
    /// <param name="told">Told of each change.</param>
    public void ChangeFloor(MemberRuns changes, Action<MemberMonth> told)
    {
        foreach (var block in changes.Blocks(Block))
        {
            block.ForEach(told);
            Write(CollectionsMarshal.AsSpan(block), change);
        }
    }

    /// <summary>The lowest value of a floor that still stands in a month, for a unit; null where none does.</summary>
    public long? Lowest(long measure, int month, long unit)
    {
        change.Flush();
        return connection.QueryFirstOrDefault<long?>(
            """
            SELECT member FROM tally WHERE partnership = @partnership AND measure = @measure AND month = @month AND postings > 0
                AND parties IN (SELECT parties FROM parties_scope WHERE partnership = @partnership AND unit = @unit) ORDER BY member LIMIT 1
            """,
            new { partnership, measure, month, unit }, transaction);
    }

    /// <summary>Writes what is on its way; call before the commit.</summary>
    public void Finish()
    {
        change.Flush();
        add.Flush();
    }

    public void Dispose()
    {
        change.Dispose();
        add.Dispose();
    }

    private bool IsFirst(long measure) => !connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM tally WHERE partnership = @partnership AND measure = @measure)", new { partnership, measure }, transaction);

    private long Kept(long measure) => connection.ExecuteScalar<long>(
        "SELECT coalesce(CAST(sum(postings) AS BIGINT), 0) FROM total WHERE partnership = @partnership AND measure = @measure", new { partnership, measure }, transaction);

    private static int EndOfMembers(ReadOnlySpan<MemberMonth> changes, int from, int members)
    {
        var to = from;
        for (var found = 0; found < members && to < changes.Length; found++)
        {
            for (var member = changes[to].Member; to < changes.Length && changes[to].Member == member;)
                to++;
        }
        return to;
    }

    /// <summary>Of members of whom nothing is kept.</summary>
    private void CountFirst(ReadOnlySpan<MemberMonth> changes)
    {
        for (var at = 0; at < changes.Length;)
        {
            var to = EndOfMembers(changes, at, 1);
            presence.Count(changes[at..to], 1);
            at = to;
        }
    }

    private void CountPresenceOfFew(long measure, ReadOnlySpan<MemberMonth> changes)
    {
        var members = new List<long>();
        for (var from = 0; from < changes.Length;)
        {
            var to = EndOfMembers(changes, from, AskedAtOnce);
            members.Clear();
            for (var at = from; at < to; at = EndOfMembers(changes, at, 1))
                members.Add(changes[at].Member);
            CountPresence(changes[from..to], MemberStream.Of(connection, partnership, measure, members));
            from = to;
        }
    }

    /// <param name="changes">Whole members.</param>
    /// <param name="kept">What is kept of them, and perhaps of others; closed here.</param>
    private void CountPresence(ReadOnlySpan<MemberMonth> changes, MemberStream kept)
    {
        using var members = kept;
        for (var at = 0; at < changes.Length;)
        {
            var to = EndOfMembers(changes, at, 1);
            var stored = members.Of(changes[at].Member);
            if (!stored.IsEmpty)
            {
                presence.Count(stored, -1);
                Merge(stored, changes[at..to]);
                presence.Count(CollectionsMarshal.AsSpan(after), 1);
            }
            else
                presence.Count(changes[at..to], 1);
            at = to;
        }
    }

    private void Merge(ReadOnlySpan<MemberMonth> stored, ReadOnlySpan<MemberMonth> changes)
    {
        after.Clear();
        var (one, other) = (0, 0);
        while (one < stored.Length || other < changes.Length)
        {
            var order = one == stored.Length ? 1 : other == changes.Length ? -1 : stored[one].CompareTo(changes[other]);
            after.Add(order < 0 ? stored[one++] : order > 0 ? changes[other++] : stored[one++].Plus(changes[other++]));
        }
    }

    private void Write(ReadOnlySpan<MemberMonth> changes, BulkInsert to)
    {
        foreach (ref readonly var one in changes)
        {
            if (one.Postings != 0 || one.Low != 0)
                to.Add(partnership).Add(one.Measure).Add(one.Member).Add(one.Month).Add(one.Parties).Add(one.Low).Add(one.Postings).End();
        }
    }
}
