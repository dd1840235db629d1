using System.Globalization;
using Jiedui.Flow.Indicators;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>附件: for each figure its definition, period, records and where they came from.</summary>
public static class FactAnnex
{
    public const string Title = "指标口径与来源";

    /// <summary>Cells shown of each figure; the rest are counted.</summary>
    private const int ShownSources = 2;

    /// <summary>Where 数值 stands among the <see cref="Headers"/>.</summary>
    public const int ValueColumn = 2;

    public static IReadOnlyList<string> Headers { get; } = ["序号", "指标", "数值", "口径", "期间", "记录数", "来源", "佐证"];

    /// <summary>One row of the annex, in the order of <see cref="Headers"/>.</summary>
    public static IReadOnlyList<string> Row(ReportFact fact, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture), Name(fact), fact.Text, fact.Figure.Indicator.Definition, ChineseDate.Of(fact.Figure.Query.Period),
        fact.Figure.Records.ToString(CultureInfo.InvariantCulture), Sources(fact), fact.Evidence.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The indicator, and for which values it was asked.</summary>
    public static string Name(ReportFact fact) => fact.Figure.Query.Where.Count == 0
        ? fact.Figure.Indicator.Name
        : $"{fact.Figure.Indicator.Name}（{string.Join('，', fact.Figure.Query.Where.Select(pair => pair.Value))}）";

    public static string Sources(ReportFact fact)
    {
        // A sheet is named once for all its cells.
        var shown = string.Join('；', fact.Trace.Take(ShownSources).GroupBy(line => (line.File, line.Sheet))
            .Select(sheet => $"{sheet.Key.File}〔{sheet.Key.Sheet}〕{string.Join('、', sheet.Select(line => line.Cell))}"));
        return fact.Figure.Records > ShownSources ? shown + " 等" : shown;
    }

    public static string Source(TraceLine line) => $"{line.File}〔{line.Sheet}〕{line.Cell}";
}
