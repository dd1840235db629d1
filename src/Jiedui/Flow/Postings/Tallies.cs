using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dapper;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The members of measures, month by month, and from them the counts of <see cref="Presence"/>. Takes one sorted run of changes at a time.</summary>
internal sealed class Tallies(DbConnection connection, DbTransaction transaction, long partnership, Scopes scopes)
{
    /// <summary>Members are looked up so many at a time: each costs one step down the tree, and no statement of its own.</summary>
    private const int AskedAtOnce = 500;

    private readonly Presence presence = new(scopes);
    private readonly List<MemberMonth> before = [];
    private readonly List<MemberMonth> after = [];

    /// <param name="changes">Of one measure, sorted, no two of one place.</param>
    /// <param name="areSubjects">Whether its members are subjects, whose presence is counted; the values of a floor are only kept.</param>
    public void Change(ReadOnlySpan<MemberMonth> changes, bool areSubjects)
    {
        if (areSubjects)
        {
            for (var from = 0; from < changes.Length;)
            {
                var to = EndOfMembers(changes, from, AskedAtOnce);
                CountPresence(changes[from..to]);
                from = to;
            }
            presence.Write(connection, partnership, changes[0].Measure);
        }
        Write(changes);
    }

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

    private void CountPresence(ReadOnlySpan<MemberMonth> changes)
    {
        var stored = CollectionsMarshal.AsSpan(Stored(changes));
        for (int at = 0, kept = 0; at < changes.Length;)
        {
            var to = EndOfMembers(changes, at, 1);
            var member = changes[at].Member;
            var end = kept;
            while (end < stored.Length && stored[end].Member == member)
                end++;
            Merge(stored[kept..end], changes[at..to]);
            presence.Count(stored[kept..end], -1);
            presence.Count(CollectionsMarshal.AsSpan(after), 1);
            (at, kept) = (to, end);
        }
    }

    /// <summary>What is stored of the members that change, in order.</summary>
    private List<MemberMonth> Stored(ReadOnlySpan<MemberMonth> changes)
    {
        before.Clear();
        var members = new StringBuilder();
        for (var at = 0; at < changes.Length; at++)
        {
            if (at == 0 || changes[at].Member != changes[at - 1].Member)
                members.Append(at == 0 ? "" : ",").Append(changes[at].Member);
        }
        var measure = changes[0].Measure;
        // Not through Dapper, which would remember each of these texts.
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT member, month, parties, low, postings FROM tally WHERE partnership = {partnership} AND measure = {measure} AND member IN ({members}) ORDER BY member, month, parties");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            before.Add(new MemberMonth(measure, reader.GetInt64(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        return before;
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

    private void Write(ReadOnlySpan<MemberMonth> changes)
    {
        using var insert = BulkInsert.Into(
            connection, "tally", ["partnership", "measure", "member", "month", "parties", "low", "postings"],
            "ON CONFLICT (partnership, measure, member, month, parties) DO UPDATE SET low = tally.low + excluded.low, postings = tally.postings + excluded.postings");
        foreach (ref readonly var one in changes)
        {
            if (one.Postings != 0 || one.Low != 0)
                insert.Add(partnership).Add(one.Measure).Add(one.Member).Add(one.Month).Add(one.Parties).Add(one.Low).Add(one.Postings).End();
        }
    }

    /// <summary>The lowest value of a floor that still stands in a month, for a unit; null where none does.</summary>
    public long? Lowest(long measure, int month, long unit) => connection.QueryFirstOrDefault<long?>(
        """
        SELECT member FROM tally WHERE partnership = @partnership AND measure = @measure AND month = @month AND postings > 0
            AND parties IN (SELECT parties FROM parties_scope WHERE partnership = @partnership AND unit = @unit) ORDER BY member LIMIT 1
        """,
        new { partnership, measure, month, unit }, transaction);
}
