using System.Collections.Concurrent;
using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Web;

/// <summary>To how many records one word would be said from a page, counted anew only after something was done to the books: a page costs a clerk no more than a reader.</summary>
public sealed class ForeseenWords(BothSides sides)
{
    /// <summary>So that many filters take no memory without end.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Page, Reach Reach, bool FindsPersonal, Speaker Speaker, Verdict Verdict), (Seen Seen, Heard Heard)> foreseen = [];

    /// <param name="page">The page's address with all that its records depend on.</param>
    public Heard On(string page, DbConnection connection, Seen seen, LedgerType ledger, RecordQuery query, Speaker speaker, Verdict verdict)
    {
        var asked = (page, query.Reach, query.FindsPersonal, speaker with { Name = "" }, verdict);
        if (foreseen.TryGetValue(asked, out var known) && known.Seen == seen)
            return known.Heard;
        if (foreseen.Count >= Most)
            foreseen.Clear();
        var heard = sides.Foresee(connection, ledger, query, speaker, verdict);
        foreseen[asked] = (seen, heard);
        return heard;
    }
}
