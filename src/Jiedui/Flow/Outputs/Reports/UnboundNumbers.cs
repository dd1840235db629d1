using System.Text.RegularExpressions;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>A number that stands in a report without a record behind it.</summary>
/// <param name="Text">As written, with its counter.</param>
/// <param name="Context">The words around it.</param>
public sealed record UnboundNumber(string Text, string Context);

/// <summary>Finds in a template's own words what the checker of drafts would call figures: digits, percentages, and numerals that count something.</summary>
public static partial class UnboundNumbers
{
    /// <summary>Stands for a run that is bound, so that nothing is read across it.</summary>
    private const char Bound = '\uFFFC';

    private const int ContextLength = 12;

    public static IReadOnlyList<UnboundNumber> In(ReportDocument document) =>
        [.. In(string.Join('\n', document.Title)), .. document.Blocks.SelectMany(In)];

    public static IEnumerable<UnboundNumber> In(Block block) =>
        In(string.Concat(block.Runs.Select(run => run is TextRun ? run.Text : new string(Bound, run.Text.Length))), block.Text);

    public static IEnumerable<UnboundNumber> In(string text) => In(text, text);

    private static IEnumerable<UnboundNumber> In(string searched, string shown)
    {
        foreach (var term in FixedTerms.All)
            searched = searched.Replace(term, new string(Bound, term.Length), StringComparison.Ordinal);
        foreach (Match match in Number().Matches(searched))
        {
            var from = Math.Max(0, match.Index - ContextLength);
            yield return new UnboundNumber(match.Value, shown[from..Math.Min(shown.Length, match.Index + match.Length + ContextLength)]);
        }
    }

    // Longer counters first. 第三次 is an ordinal and counts nothing.
    [GeneratedRegex(
        """
        [0-9０-９]+(?:[.．,，][0-9０-９]+)*\s*[余多]?[万亿]?[余多]?(?:[%％‰]|个百分点|人次|场次|万元|亿元|[元个名人户家所场次期条亩天项批份座公里])?
        |百分之[零一二两三四五六七八九十百]+
        |(?<!第)[一二两三四五六七八九十百千半][零〇一二两三四五六七八九十百千万亿]*[余多]?[万亿]?(?:个百分点|人次|场次|批次|名|个|人|户|家|所|场|次|期|条|元|亩|天|年|月|日|项|份|座|公里|成(?!不变))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
