using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>One generated page: its path below the reference folder, with /, and its Markdown.</summary>
public sealed record ReferencePage(string Path, string Text);

/// <summary>What the declarations say, for people to read: written from them, so that the pages cannot say anything else.</summary>
public static class ReferencePages
{
    public static IEnumerable<ReferencePage> Of(Catalogue catalogue)
    {
        yield return new ReferencePage("ledgers/README.md", LedgerIndex.Of(catalogue));
        foreach (var ledger in catalogue.Ledgers)
            yield return new ReferencePage($"ledgers/{ledger.Code}.md", LedgerPage.Of(ledger, catalogue));
        yield return new ReferencePage("indicators.md", IndicatorPage.Of(catalogue));
    }
}
