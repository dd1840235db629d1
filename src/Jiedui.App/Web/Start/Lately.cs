using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Web.Start;

/// <summary>Something that happened lately, out of any ledger that names no persons.</summary>
public sealed record Lately(DateOnly On, LedgerType Ledger, long Record, string What)
{
    public static IReadOnlyList<Lately> Of(Catalogue catalogue, LedgerBook book, Standpoint here, Words.Words words, int most)
    {
        var events = new List<Lately>();
        foreach (var ledger in catalogue.Ledgers.Where(ledger => ledger.DatedBy.Length > 0 && !ledger.Columns.Any(column => column.IsRequired && column.IsPersonal)))
        {
            var found = book.Find(ledger, new RecordQuery(here.Reach) { Limit = 40 }).Records
                .Select(record => (record, Day: ledger.DayOf(record.Row)))
                .Where(pair => pair.Day is { } day && day <= here.Period.To && day >= here.Period.From)
                // One ledger does not push the others out.
                .Take(2);
            events.AddRange(found.Select(pair => new Lately(pair.Day!.Value, ledger, pair.record.Id, RowTitle.Of(pair.record.Row, words))));
        }
        return [.. events.OrderByDescending(one => one.On).DistinctBy(one => (one.On, one.What)).Take(most)];
    }
}
