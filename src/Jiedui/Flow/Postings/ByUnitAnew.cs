using System.Data.Common;
using Dapper;

namespace Jiedui.Flow.Postings;

/// <summary>Counts what is kept by unit anew, from the sums and members by parties: units were put below others, so that their postings count for more units than before.</summary>
internal sealed class ByUnitAnew(DbConnection connection, DbTransaction transaction, long partnership, Scopes scopes)
{
    public void Run(IReadOnlySet<long> floors)
    {
        connection.Execute(
            """
            DELETE FROM unit_total WHERE partnership = @partnership;
            INSERT INTO unit_total (partnership, unit, measure, month, low, high, open_low, open_high, postings, standing)
            SELECT t.partnership, s.unit, t.measure, t.month, CAST(sum(t.low) AS BIGINT), CAST(sum(t.high) AS BIGINT), CAST(sum(t.open_low) AS BIGINT),
                CAST(sum(t.open_high) AS BIGINT), CAST(sum(t.postings) AS BIGINT), CAST(sum(t.standing) AS BIGINT)
            FROM total t JOIN parties_scope s ON s.partnership = t.partnership AND s.parties = t.parties
            WHERE t.partnership = @partnership GROUP BY t.partnership, s.unit, t.measure, t.month;
            DELETE FROM presence WHERE partnership = @partnership;
            """,
            new { partnership }, transaction);
        foreach (var measure in TalliedMeasures.Of(connection, transaction, partnership))
        {
            if (floors.Contains(measure))
                WriteLowest(measure);
            else
                WritePresence(measure);
        }
    }

    private void WritePresence(long measure)
    {
        var presence = new Presence(scopes);
        using (var members = MemberStream.All(connection, partnership, measure))
        {
            while (members.Next() is { IsEmpty: false } months)
                presence.Count(months, 1);
        }
        presence.Write(connection, partnership, measure);
    }

    private void WriteLowest(long measure)
    {
        var lowest = new Dictionary<(long Unit, int Month), long>();
        using (var members = MemberStream.All(connection, partnership, measure))
        {
            while (members.Next() is { IsEmpty: false } months)
            {
                foreach (ref readonly var one in months)
                {
                    // Values come in their order: the first is the lowest.
                    foreach (var unit in one.Postings > 0 ? scopes.Of(one.Parties) : [])
                        lowest.TryAdd((unit, one.Month), one.Member);
                }
            }
        }
        foreach (var ((unit, month), value) in lowest)
        {
            connection.Execute(
                "UPDATE unit_total SET lowest = @value WHERE partnership = @partnership AND unit = @unit AND measure = @measure AND month = @month",
                new { value, partnership, unit, measure, month }, transaction);
        }
    }
}
