using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Work.Mechanisms.Pairing;

namespace Jiedui.App.Web.Start;

/// <summary>Who is paired with whom, and how much they did together.</summary>
public sealed class Pairing
{
    /// <summary>Ledgers of people are long and name no pairs.</summary>
    private const int LongestLedger = 3000;

    private Pairing(string kind, IReadOnlyList<PairLine> lines, IReadOnlyList<(string Kind, int Count)> others) => (Kind, Lines, Others) = (kind, lines, others);

    /// <summary>The kind that is drawn: the one with the most pairs.</summary>
    public string Kind { get; }

    public IReadOnlyList<PairLine> Lines { get; }

    public IReadOnlyList<(string Kind, int Count)> Others { get; }

    public static Pairing? Of(Catalogue catalogue, LedgerBook book, Standpoint here)
    {
        var rows = book.All(Pairs.Ledger, here.Reach).Select(record => record.Row).Where(row => Stands(row, here.Period)).ToList();
        var kinds = rows.GroupBy(row => Pairs.Kind.Of(row) ?? "").OrderByDescending(kind => kind.Count()).ToList();
        if (kinds.Count == 0)
            return null;
        var together = Together(catalogue, book, here);
        var lines = kinds[0].Select(row => (Giver: Pairs.Giver.Of(row)!.Value, Receiver: Pairs.Receiver.Of(row)!.Value))
            .Select(pair => new PairLine(pair.Giver, pair.Receiver, together.GetValueOrDefault((pair.Giver.Id, pair.Receiver.Id))));
        return new Pairing(kinds[0].Key, [.. lines], [.. kinds.Skip(1).Select(kind => (kind.Key, kind.Count()))]);
    }

    private static bool Stands(Row row, Period period) =>
        !(Pairs.From.Of(row)?.First > period.To) && !(Pairs.To.DayOf(row) < period.From);

    /// <summary>In how many records of the period two units stand side by side.</summary>
    private static Dictionary<(long, long), int> Together(Catalogue catalogue, LedgerBook book, Standpoint here)
    {
        var counts = new Dictionary<(long, long), int>();
        var ledgers = catalogue.Ledgers.Where(ledger => ledger != Pairs.Ledger && ledger.Columns.Count(column => column.Kind is ColumnKind.Unit) > 1);
        foreach (var ledger in ledgers.Where(ledger => book.HasFewerThan(LongestLedger, ledger, here.Reach)))
        {
            foreach (var row in book.All(ledger, here.Reach).Select(record => record.Row).Where(row => ledger.DayOf(row) is not { } day || here.Period.Contains(day)))
            {
                var units = row.Units().Select(unit => unit.Id).Distinct().ToList();
                foreach (var one in units)
                {
                    foreach (var other in units.Where(other => other != one))
                        counts[(one, other)] = counts.GetValueOrDefault((one, other)) + 1;
                }
            }
        }
        return counts;
    }
}
