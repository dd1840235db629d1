using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>What is told of a sheet's layout.</summary>
internal static class LayoutFindings
{
    private const int ShownColumns = 40;
    private const int ShownLetters = 40;

    public static Layout Unknown(Sheet sheet, bool isEmpty, LedgerType? forced)
    {
        var finding = isEmpty
            ? OfSheet("sheet.empty", Severity.Informs, $"工作表“{sheet.Name}”没有内容。", "如果不该是空表，请检查文件")
            : forced is not null
                ? OfSheet("sheet.no-header", Severity.Blocks, $"工作表“{sheet.Name}”的前 60 行里找不到台账“{forced.Name}”的表头。", "请核对工作表，或下载模板对照表头")
                : OfSheet("sheet.unknown", Severity.Blocks, $"工作表“{sheet.Name}”的表头不属于任何一种台账，没有读取。", "如果它是台账，请用 --ledger 代码 指明，或在预览中对应各列");
        return new Layout(null, (0, 0), [], 0) { Findings = [finding] };
    }

    public static Layout Missing(Layout layout, LedgerMatch match)
    {
        var unknown = layout.Columns.Where(column => column.IsUnknown).Select(column => $"“{column.Header}”").ToList();
        var remedy = unknown.Count == 0
            ? "请补上该列再导入"
            : $"请补上该列再导入；如果{string.Join('、', unknown)}之一就是它，请在预览中对应";
        var finding = new Finding(
            CellAddress.Of(layout.HeaderRows.First, layout.Columns[0].Index), string.Join('、', match.Missing), "sheet.missing-column", Severity.Blocks,
            $"这张表像是台账“{match.Ledger.Name}”，但缺少必需的列：{string.Join('、', match.Missing)}。", remedy, "");
        return layout with { Ledger = null, Resembles = match.Ledger, Findings = [finding] };
    }

    public static Layout Ambiguous(Layout layout, IReadOnlyList<LedgerType> rivals)
    {
        var names = string.Join('、', rivals.Select(ledger => $"“{ledger.Name}”"));
        var codes = string.Join(" 或 ", rivals.Select(ledger => $"--ledger {ledger.Code}"));
        return layout with
        {
            Ledger = null,
            Resembles = rivals[0],
            Findings = [OfSheet("sheet.ambiguous", Severity.Blocks, $"这张表的表头同样符合{names}，无法断定是哪一种台账。", $"请用 {codes} 指明，或在预览中选择")],
        };
    }

    public static Layout Recognised(Layout layout, LedgerMatch match)
    {
        var findings = new List<Finding>();
        foreach (var extra in match.Doubles)
        {
            var taken = match.Matches.First(one => one.Column == extra.Column).Cell.Written;
            findings.Add(new Finding(
                CellAddress.Of(layout.HeaderRows.Last, extra.Cell.Index), extra.Cell.Written, "column.twice", Severity.Warns,
                $"列“{extra.Cell.Written}”和列“{taken}”都是“{extra.Column.Name}”，取用了“{taken}”。", "请只保留一列，或在预览中改正对应", ""));
        }
        var doubles = match.Doubles.Select(one => one.Cell.Index).ToHashSet();
        var unknown = layout.Columns.Where(column => column.IsUnknown && !doubles.Contains(column.Index)).ToList();
        if (unknown.Count > 0)
            findings.Add(UnknownColumns(layout.HeaderRows.Last, unknown));
        return layout with { Findings = findings };
    }

    public static Finding UnknownColumns(int headerRow, IReadOnlyList<MappedColumn> unknown)
    {
        // A text whose quotes never close has one header as long as itself.
        var names = string.Join('、', unknown.Take(ShownColumns).Select(column => column.Header.Length > ShownLetters ? column.Header[..ShownLetters] + "…" : column.Header))
            + (unknown.Count > ShownColumns ? $"等 {unknown.Count} 列" : "");
        return new Finding(
            CellAddress.Of(headerRow, unknown[0].Index), names, "sheet.unknown-columns", Severity.Informs,
            $"台账没有这些列：{names}。内容随记录保存，按个人信息对待。", "无需处理；如果它们对应台账的某一列，请在预览中指定", "");
    }

    private static Finding OfSheet(string code, Severity severity, string message, string remedy) => new("", "", code, severity, message, remedy, "");
}
