using System.Data.Common;
using Dapper;

namespace Jiedui.Flow.Postings;

/// <summary>The measures that have members.</summary>
internal static class TalliedMeasures
{
    /// <summary>Each is looked for behind the one before: all members need not be gone through for it.</summary>
    public static List<long> Of(DbConnection connection, DbTransaction transaction, long partnership)
    {
        var found = new List<long>();
        for (var last = long.MinValue; Next(last) is { } next; last = next)
            found.Add(next);
        return found;

        long? Next(long last) => connection.ExecuteScalar<long?>(
            "SELECT min(measure) FROM tally WHERE partnership = @partnership AND measure > @last", new { partnership, last }, transaction);
    }
}
