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
        var (measure, month) = (row[0], (int)row[1]);
        ReadOnlySpan<long> sums = [row[3], row[4], row[5], row[6], row[7], row[8]];
        totals.Add(-1, measure, month, row[2], 0, sums);
        foreach (var unit in scopes.Of(row[2]))
            Totals.Add(1, measure, month, unit, 0, sums);
    });

    private long TakeTallies(Sketch tallies)
    {
        var counted = 0L;
        var measures = TalliedMeasures.Of(connection, transaction, partnership);
        foreach (var measure in measures)
        {
            var presence = new Postings.Presence(scopes);
            using var members = MemberStream.All(connection, partnership, measure);
            while (members.Next() is { IsEmpty: false } months)
            {
                counted += months.Length;
                foreach (ref readonly var one in months)
                    tallies.Add(-1, one.Measure, one.Month, one.Parties, one.Member, one.Low, one.Postings);
                if (floors.Contains(measure))
                    NoteLowest(months);
                else
                    presence.Each(months, (unit, month, previous) => Presence.Add(1, measure, month, unit, previous, 1));
            }
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

    private long TakeUnitTotals() => Each("SELECT measure, month, unit, low, high, open_low, open_high, postings, standing, CASE WHEN lowest IS NULL THEN 0 ELSE 1 END, coalesce(lowest, 0) FROM unit_total", row =>
    {
        var (measure, month, unit) = (row[0], (int)row[1], row[2]);
        Totals.Add(-1, measure, month, unit, 0, row[3], row[4], row[5], row[6], row[7], row[8]);
        long? kept = row[9] == 0 ? null : row[10];
        if (kept != (lowest.Remove((unit, measure, month), out var value) ? value : null))
            Totals.Add(1, measure, month, -1, unit, 1);
    });

    private long TakePresence() => Each("SELECT measure, month, unit, previous, members FROM presence", row =>
        Presence.Add(-1, row[0], (int)row[1], row[2], row[3], row[4]));

    private long Each(string sql, Action<NumberRows> take)
    {
        using var rows = NumberRows.Of(connection, $"{sql} WHERE partnership = @partnership", (nameof(partnership), partnership));
        var counted = 0L;
        for (; rows.Next(); counted++)
            take(rows);
        return counted;
    }
}
