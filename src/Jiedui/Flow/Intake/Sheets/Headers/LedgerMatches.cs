using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>Holds a header block against all ledgers at once.</summary>
internal sealed class LedgerMatches(HeaderIndex index, IReadOnlyDictionary<string, string> remembered)
{
    public IEnumerable<LedgerMatch> Of(HeaderBlock block, LedgerType? forced)
    {
        var byLedger = new Dictionary<LedgerType, List<HeaderMatch>>();
        foreach (var cell in block.Cells)
        {
            foreach (var (ledger, match) in MatchesOf(cell, forced))
            {
                if (!byLedger.TryGetValue(ledger, out var matches))
                    byLedger.Add(ledger, matches = []);
                matches.Add(match);
            }
        }
        return byLedger.Where(pair => forced is null || pair.Key == forced).Select(pair => new LedgerMatch(pair.Key, block, pair.Value));
    }

    private Dictionary<LedgerType, HeaderMatch> MatchesOf(HeaderCell cell, LedgerType? forced)
    {
        var found = new Dictionary<LedgerType, HeaderMatch>();
        if (remembered.TryGetValue(cell.Written, out var name))
        {
            // A person decided: an empty name means that it is no column of the ledger.
            foreach (var ledger in forced is null ? index.Ledgers : [forced])
            {
                if (name.Length > 0 && ledger.Find(name) is { } column)
                    found[ledger] = new HeaderMatch(cell, column, 1.3, cell.Unit);
            }
            return found;
        }
        foreach (var key in cell.Keys)
            AddKnown(found, cell, key, cell.Unit, 0);
        if (cell.BareKey.Length > 0)
            AddKnown(found, cell, cell.BareKey, cell.BareUnit, 0.05);
        return found;
    }

    private void AddKnown(Dictionary<LedgerType, HeaderMatch> found, HeaderCell cell, string key, string unit, double doubt)
    {
        foreach (var known in index.Find(key))
        {
            var match = new HeaderMatch(cell, known.Column, (known.IsExact ? 1 : 0.9) - doubt, unit);
            // The surer key says which column it is; that its name alone is the standard one makes it no less sure.
            if (!found.TryAdd(known.Ledger, match) && found[known.Ledger] is var earlier && earlier.Column == known.Column && earlier.Weight < match.Weight)
                found[known.Ledger] = match;
        }
    }
}
