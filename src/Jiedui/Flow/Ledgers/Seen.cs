using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// How much of the books somebody has seen: up to which batch, and, since an import of several files stores one after the other under one batch, up to which
/// sheet. What was entered or corrected later is never confirmed unseen.
/// </summary>
public readonly record struct Seen(long Batch, long Sheet)
{
    public static Seen Now(DbConnection connection, DbTransaction? transaction = null) => connection.QuerySingle<(long, long)>(
        "SELECT (SELECT coalesce(max(id), 0) FROM batch), (SELECT coalesce(max(id), 0) FROM source_sheet)", transaction: transaction) is var (batch, sheet) ? new Seen(batch, sheet) : default;

    /// <summary>As a form carries it: 12.40. Whatever else is sent means that nothing was seen.</summary>
    public static Seen Parse(string? text) =>
        text?.Split('.') is [var batch, var sheet]
        && long.TryParse(batch, NumberStyles.None, CultureInfo.InvariantCulture, out var lastBatch) && long.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var lastSheet)
            ? new Seen(lastBatch, lastSheet) : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Batch}.{Sheet}");
}
