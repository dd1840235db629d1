using System.Globalization;
using Jiedui.Access.Auditing;
using Jiedui.Declaring;

namespace Jiedui.App.Answers;

/// <summary>A line of the audit log as one Chinese sentence: 张三 从 10.0.0.5 导入台账《招聘活动》：新增 120 行、更正 3 行。</summary>
public static class AuditSentence
{
    public static string Of(AuditEntry entry, Catalogue catalogue) => $"{(entry.Actor.Length > 0 ? entry.Actor : "无名者")} {Rest(entry, catalogue)}";

    /// <summary>What follows the name.</summary>
    public static string Rest(AuditEntry entry, Catalogue catalogue)
    {
        var place = entry.Place.Length > 0 ? $"从 {entry.Place} " : "";
        var summary = AuditTold.Summary(entry.Told);
        return $"{place}{AuditWords.Of(entry)}{About(entry, catalogue)}{(summary.Length > 0 ? "：" + summary : "")}";
    }

    private static string About(AuditEntry entry, Catalogue catalogue)
    {
        // A file is named as its sender named it; its ledger stands in the details.
        if (entry.About.Length == 0 && AuditTold.TextOf(entry.Told, "files", "file") is { } file)
            return $"《{file}》";
        if (AuditSubject.Of(entry, catalogue) is { } subject)
            return subject.Record is { } record ? string.Create(CultureInfo.InvariantCulture, $"《{subject.Ledger.Name}》第 {record} 条") : $"《{subject.Ledger.Name}》";
        var named = entry.About.Length > 0 ? entry.About : AuditTold.TextOf(entry.Told, "name") ?? "";
        var ledgers = named.Split(' ').Select(catalogue.Ledger).ToList();
        return named.Length == 0 ? "" : ledgers.TrueForAll(ledger => ledger is not null) ? string.Concat(ledgers.Select(ledger => $"《{ledger!.Name}》")) : $"《{named}》";
    }
}
