using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Jiedui.Flow.Ledgers;

/// <summary>批次: what was done in one transaction, when, by whom and for which sender. They are numbered in the order of time, and seen in it: each is begun under the write lock.</summary>
public static class Batches
{
    /// <summary>A moment as it is stored: UTC, sortable.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>The last batch stored up to a moment; 0 where there is none.</summary>
    public static long LastAt(DbConnection connection, DateTimeOffset at) =>
        connection.ExecuteScalar<long?>("SELECT max(id) FROM batch WHERE at <= @at", new { at = Text(at) }) ?? 0;

    /// <summary>The last batch stored; 0 where there is none.</summary>
    public static long Last(DbConnection connection) => connection.ExecuteScalar<long?>("SELECT max(id) FROM batch") ?? 0;

    public static long Begin(DbConnection connection, DbTransaction transaction, DateTimeOffset at, string kind, string actor, string sender, string? note = null) =>
        connection.QuerySingle<long>(
            "INSERT INTO batch (at, kind, actor, sender, note) VALUES (@at, @kind, @actor, @sender, @note) RETURNING id",
            new { at = Text(at), kind, actor, sender, note }, transaction);

    /// <summary>Says of a batch that took long when it ended: before, nobody could see it. Call it last.</summary>
    public static void End(DbConnection connection, DbTransaction transaction, long batch, DateTimeOffset at) =>
        connection.Execute("UPDATE batch SET at = @at WHERE id = @batch", new { at = Text(at), batch }, transaction);
}
