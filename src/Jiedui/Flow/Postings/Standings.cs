namespace Jiedui.Flow.Postings;

/// <summary>
/// When records begin to stand in a stock and when they cease to: what a version posts to it adds up to something, or to nothing any more. A figure counts only
/// the records that stand at its day.
/// </summary>
internal static class Standings
{
    /// <summary>One posting to a stock, as far as it matters here.</summary>
    public readonly record struct Entry(long Measure, long Ledger, long Record, int Version, int Sign, int Month, long Parties, long Amount) : IComparable<Entry>
    {
        public static Entry Of(in Posting posting) => new(
            posting.Measure, posting.Ledger, posting.Record, posting.Version, posting.Sign, Storage.DayNumber.MonthOf(posting.Day), posting.Parties, posting.Low ?? posting.High ?? 0);

        public int CompareTo(Entry other)
        {
            if (!IsOfSame(other))
                return (Measure, Ledger, Record, Version, Sign).CompareTo((other.Measure, other.Ledger, other.Record, other.Version, other.Sign));
            return Month.CompareTo(other.Month);
        }

        /// <summary>Whether both are of one version, or both take it back.</summary>
        public bool IsOfSame(in Entry other) => Measure == other.Measure && Record == other.Record && Version == other.Version && Sign == other.Sign && Ledger == other.Ledger;
    }

    /// <summary>What the entries change, month by month.</summary>
    /// <param name="entries">Whole versions, in any order; sorted hereby.</param>
    /// <param name="changed">Told each change: of the measure, month and parties by so many records.</param>
    public static void Of(List<Entry> entries, Action<long, int, long, int> changed)
    {
        entries.Sort();
        for (var from = 0; from < entries.Count;)
        {
            var amount = 0L;
            var to = from;
            while (to < entries.Count && entries[to].IsOfSame(entries[from]))
            {
                var stood = amount != 0;
                var month = entries[to].Month;
                for (; to < entries.Count && entries[to].Month == month && entries[to].IsOfSame(entries[from]); to++)
                    amount += entries[to].Amount;
                if (stood != (amount != 0))
                    changed(entries[from].Measure, month, entries[from].Parties, stood ? -entries[from].Sign : entries[from].Sign);
            }
            from = to;
        }
    }
}
