using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Mechanisms.Decisions;
using Jiedui.Work.Mechanisms.Pairing;

namespace Jiedui.App.Web.Start;

/// <summary>Something that is due: by when, what, and who is responsible.</summary>
public sealed record Due(DateOnly By, string What, string Who, LedgerType Ledger, long Record, string Kind)
{
    /// <summary>What is still open of the period, the nearest first.</summary>
    public static IReadOnlyList<Due> Of(LedgerBook book, Standpoint here) =>
    [
        .. Rows(book, Tasks.Ledger, here)
            .Where(record => Tasks.State.Of(record.Row) != "已完成" && Tasks.Due.DayOf(record.Row) is not null)
            .Select(record => new Due(Tasks.Due.DayOf(record.Row)!.Value, Tasks.Task.Of(record.Row) ?? "", Tasks.Responsible.Of(record.Row)?.Name ?? "", Tasks.Ledger, record.Id, "督办")),
        .. Rows(book, Agreements.Ledger, here)
            .Where(record => Agreements.Until.DayOf(record.Row) is { } day && day >= here.Period.To.AddMonths(-1) && day <= here.Period.To.AddMonths(6))
            .Select(record => new Due(Agreements.Until.DayOf(record.Row)!.Value, Agreements.Giver.Of(record.Row)?.Name + " — " + Agreements.Receiver.Of(record.Row)?.Name, "", Agreements.Ledger, record.Id, "协议到期")),
        .. Rows(book, Contracts.Ledger, here)
            .Where(record => Contracts.ValidUntil.DayOf(record.Row) is { } day && day >= here.Period.To.AddMonths(-1) && day <= here.Period.To.AddMonths(6))
            .Select(record => new Due(Contracts.ValidUntil.DayOf(record.Row)!.Value, Contracts.Buyer.Of(record.Row)?.Name ?? "", "", Contracts.Ledger, record.Id, "采购协议到期")),
    ];

    private static IEnumerable<Record> Rows(LedgerBook book, LedgerType ledger, Standpoint here) =>
        book.All(ledger, here.Reach).Where(record => ledger.DayOf(record.Row) is not { } day || day <= here.Period.To);
}
