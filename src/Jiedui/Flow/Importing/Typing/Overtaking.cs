using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing.Typing;

/// <summary>Tells the slower of two people who was quicker, when, and what is different now.</summary>
internal static class Overtaking
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static TypedOutcome Of(DbConnection connection, Vault vault, TypedEntry entry, long record, UnitRegistry units)
    {
        var versions = new LedgerBook(connection, vault).Versions(entry.Ledger, entry.Reach, record);
        if (versions.Count == 0 || !entry.Reaches(versions[0].Row, units))
            return new TypedOutcome.Missing();
        var newest = versions[0];
        var seen = versions.FirstOrDefault(version => version.Version == entry.Version);
        var (actor, at, note) = newest.IsCurrent ? BatchOf(connection, newest.Source.Batch) : BatchOf(connection, SupersededBy(connection, entry, newest));
        var when = Batches.Moment(at).ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var who = actor.Length == 0 ? "" : $"由 {actor} ";
        if (!newest.IsCurrent)
            return new TypedOutcome.Overtaken($"这条记录已{who}于 {when} 撤回（原因：{note ?? "未写"}），不能再更正。您填的内容没有存入。");
        if (seen is null)
            return new TypedOutcome.Overtaken($"这条记录没有第 {entry.Version} 版，现在是第 {newest.Version} 版（{who}于 {when} 入账）。您填的内容没有存入，请重新打开后再更正。");
        return new TypedOutcome.Overtaken($"在您打开之后，这条记录已{who}于 {when} 更正为第 {newest.Version} 版：{Difference(seen.Row, newest.Row, units)}。您填的内容没有存入，请对照现在的内容再更正。");
    }

    private static string Difference(Row seen, Row now, UnitRegistry units)
    {
        var written = new WrittenCells(units);
        var changes = seen.Ledger.Columns.Where(column => CellText.Of(seen[column]) != CellText.Of(now[column]))
            .Select(column => $"“{column.Name}”由 {Or(written.Masked(seen, column))} 改为 {Or(written.Masked(now, column))}").ToList();
        return changes.Count == 0 ? "内容与您看到的相同" : string.Join('；', changes);
    }

    private static string Or(string text) => text.Length > 0 ? text : "空";

    private static long SupersededBy(DbConnection connection, TypedEntry entry, Record version) => connection.QuerySingle<long>(
        $"SELECT superseded FROM {new LedgerTable(entry.Ledger).Name} WHERE partnership = @Partnership AND record = @Id AND version = @Version",
        new { entry.Partnership, version.Id, version.Version });

    private static (string Actor, string At, string? Note) BatchOf(DbConnection connection, long batch) =>
        connection.QuerySingle<(string, string, string?)>("SELECT actor, at, note FROM batch WHERE id = @batch", new { batch });
}
