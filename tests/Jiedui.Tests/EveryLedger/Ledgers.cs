using Jiedui.Declaring;
using Jiedui.Work;

namespace Jiedui.Tests.EveryLedger;

/// <summary>Theories over all ledgers take their codes from here.</summary>
public static class Ledgers
{
    public static TheoryData<string> All => [.. Article.Catalogue.Ledgers.Select(ledger => ledger.Code)];

    public static LedgerType Of(string code) => Article.Catalogue.Ledger(code)!;

    /// <summary>The indicators that a ledger feeds.</summary>
    public static IEnumerable<Indicator> Figures(LedgerType ledger) =>
        Article.Catalogue.Indicators.Where(indicator => indicator.Formula.Measures.Any(ledger.Measures.Contains));
}
