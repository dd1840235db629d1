using System.Data.Common;
using Dapper;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Takes what is kept by parties from the recount of the postings, and recounts from it what is kept by unit.</summary>
internal sealed class ByUnitCheck(DbConnection connection, DbTransaction transaction, long partnership, IReadOnlySet<long> floors)
{
    private readonly Scopes scopes = new(connection, transaction, partnership);
    private readonly Dictionary<(long Unit, long Measure, int Month), long> lowest = [];
    private readonly List<string> faults = [];

    public Sketch Totals { get; } = new();

    public Sketch Presence { get; } = new();

    /// <summary>What no measure and month can be named for.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <param name="totals">What the postings add up to; what is kept is taken from it.</param>
    /// <param name="tallies">The same of the members.</param>
    /// <returns>How many sums were counted.</returns>
    public long Run(Sketch totals, Sketch tallies)
    {
        if (!ScopesAreRight())
            faults.Add("单位的隶属与按单位汇总的口径不符。");
        var counted = TakeTotals(totals) + TakeTallies(tallies) + TakeUnitTotals() + TakePresence();
        foreach (var place in lowest.Keys.Select(place => (place.Measure, place.Month)).Distinct())
            Totals.Add(1, place.Measure, place.Month, -1, 0, 1);
        return counted;
    }

    private bool ScopesAreRight()
    {
        var registry = UnitRegistry.Load(connection, partnership, transaction);
        return connection.Query<(long Id, string Units)>("SELECT id, units FROM parties WHERE partnership = @partnership", new { partnership }, transaction).Append((PartySets.None, ""))
            .All(set => scopes.Stored(set.Item1) is not { } stored || stored.AsSpan().SequenceEqual(Scopes.Of(set.Item2, registry)));
    }

    private long TakeTotals(Sketch totals) => Each("SELECT measure, month, parties, low, high, open_low, open_high, postings, standing FROM total", row =>
    {
        var (measure, month) = (row.GetInt64(0), row.GetInt32(1));
        ReadOnlySpan<long> sums = [row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)];
        totals.Add(-1, measure, month, row.GetInt64(2), 0, sums);
        foreach (var unit in scopes.Of(row.GetInt64(2)))
            Totals.Add(1, measure, month, unit, 0, sums);
    });

    private long TakeTallies(Sketch tallies)
    {
        var counted = 0L;
        var measures = connection.Query<long>("SELECT DISTINCT measure FROM tally WHERE partnership = @partnership ORDER BY measure", new { partnership }, transaction).AsList();
        foreach (var measure in measures)
        {
            var presence = new Postings.Presence(scopes);
            using var members = new MemberStream(connection, partnership, measure);
            while (members.Next() is { IsEmpty: false } months)
            {
                counted += months.Length;
                foreach (ref readonly var one in months)
                    tallies.Add(-1, one.Measure, one.Month, one.Parties, one.Member, one.Low, one.Postings);
                if (floors.Contains(measure))
                    NoteLowest(months);
                else
                    presence.Count(months, 1);
            }
            foreach (var ((unit, month, previous), present) in presence.Cells)
                Presence.Add(1, measure, month, unit, previous, present);
        }
        return counted;
    }

    private void NoteLowest(ReadOnlySpan<MemberMonth> months)
    {
        foreach (ref readonly var one in months)
        {
            foreach (var unit in one.Postings > 0 ? scopes.Of(one.Parties) : [])
                lowest.TryAdd((unit, one.Measure, one.Month), one.Member);
        }
    }

    private long TakeUnitTotals() => Each("SELECT measure, month, unit, low, high, open_low, open_high, postings, standing, lowest FROM unit_total", row =>
    {
        var (measure, month, unit) = (row.GetInt64(0), row.GetInt32(1), row.GetInt64(2));
        Totals.Add(-1, measure, month, unit, 0, row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8));
        long? kept = row.IsDBNull(9) ? null : row.GetInt64(9);
        if (kept != (lowest.Remove((unit, measure, month), out var value) ? value : null))
            Totals.Add(1, measure, month, -1, unit, 1);
    });

    private long TakePresence() => Each("SELECT measure, month, unit, previous, members FROM presence", row =>
        Presence.Add(-1, row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)));

    private long Each(string sql, Action<DbDataReader> take)
    {
        var rows = connection.Stream($"{sql} WHERE partnership = @partnership", new { partnership }, row =>
        {
            take(row);
            return 1L;
        });
        return rows.Sum();
    }
}
