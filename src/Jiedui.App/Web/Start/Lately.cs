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
            // One ledger does not push the others out.
            foreach (var record in book.Find(ledger, new RecordQuery(here.Reach) { Period = here.Period, Limit = 2 }).Records)
            {
                if (ledger.DayOf(record.Row) is { } day)
                    events.Add(new Lately(day, ledger, record.Id, RowTitle.Of(record.Row, words)));
            }
        }
        return [.. events.OrderByDescending(one => one.On).DistinctBy(one => (one.On, one.What)).Take(most)];
    }
}
