using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Reports.Composing;

/// <summary>The distinct words of a column among the rows of a report's period, in the order of the rows' dates.</summary>
public sealed class RecordWords(ReportSource source, ReportRequest request)
{
    private readonly Dictionary<LedgerType, IReadOnlyList<Row>> rows = [];

    /// <param name="when">Only of rows for which it holds; null for all.</param>
    /// <exception cref="DeclarationException">The column holds personal data, which no report may name.</exception>
    public IReadOnlyList<string> Of(LedgerType ledger, Column column, Func<Row, bool>? when)
    {
        if (column.IsPersonal)
            throw new DeclarationException($"列“{ledger.Name}·{column.Name}”是个人信息，不能写进报告。");
        var cells = when is not null ? RowsOf(ledger).Where(when).Select(row => row[column])
            : source.Cells is { } kept ? kept(ledger, column, request.Query)
            : RowsOf(ledger).Select(row => row[column]);
        return [.. cells.SelectMany(WordsIn).Distinct()];
    }

    public static IEnumerable<string> WordsIn(object? cell) => cell switch
    {
        null => [],
        UnitRef unit => [unit.Name],
        string text => [Mask.Within(text)],
        string[] list => list.Select(Mask.Within),
        // A year alone is followed by the sentence's own 年.
        PartialDate { Precision: DatePrecision.Year } year => [year.ToString()],
        PartialDate { Precision: DatePrecision.Month } month => [ChineseDate.Of(new Period(month.First, month.Last))],
        PartialDate day => [ChineseDate.Of(day.First)],
        _ => [CellText.Of(cell)],
    };

    private IReadOnlyList<Row> RowsOf(LedgerType ledger)
    {
        if (rows.TryGetValue(ledger, out var known))
            return known;
        // A row without a date counts in every period, as its postings do.
        var inPeriod = source.Rows(ledger, request.Query)
            .Where(row => ledger.DayOf(row) is not { } day || request.Period.Contains(day))
            .OrderBy(row => ledger.DayOf(row) ?? DateOnly.MinValue);
        return rows[ledger] = [.. inPeriod];
    }
}
