using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>Whether a record lies in somebody's reach: what decides over its evidence, too.</summary>
public static class RecordReach
{
    /// <summary>Whether there is such a record, and its last version names the unit or one below it.</summary>
    /// <param name="within">The unit; null for the whole partnership.</param>
    public static bool Holds(DbConnection connection, LedgerType ledger, long partnership, long record, long? within) => connection.ExecuteScalar<bool>(
        $"""
        SELECT EXISTS (SELECT 1 FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @partnership AND t.record = @record AND {new Reach(partnership, within).Condition("t.parties", UnitRegistry.Load(connection, partnership))}
            AND t.version = (SELECT max(version) FROM {new LedgerTable(ledger).Name} WHERE partnership = @partnership AND record = @record))
        """,
        new { partnership, record });

    public static bool IsCurrent(DbConnection connection, LedgerType ledger, long partnership, long record) => connection.ExecuteScalar<bool>(
        $"SELECT EXISTS (SELECT 1 FROM {new LedgerTable(ledger).Name} WHERE partnership = @partnership AND record = @record AND superseded IS NULL)", new { partnership, record });

    /// <summary>The current records of a ledger that lie in the reach.</summary>
    internal static HashSet<long> Records(DbConnection connection, LedgerType ledger, long partnership, long within) =>
    [
        .. connection.Query<long>(
            $"SELECT t.record FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @partnership AND t.superseded IS NULL AND {new Reach(partnership, within).Condition("t.parties", UnitRegistry.Load(connection, partnership))}",
            new { partnership }),
    ];
}
