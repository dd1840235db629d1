using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>One ledger: what it holds, what is checked, what it posts.</summary>
internal static class LedgerPage
{
    public static string Of(LedgerType ledger, Catalogue catalogue)
    {
        var page = new Markdown(ledger.Name);
        page.Items(Facts(ledger));
        page.Heading("列");
        page.Table(["列", "必填", "类型", "单位", "别名", "说明/选项", "个人信息"], ledger.Columns.Select(column => (string[])
        [
            column.Name, Demand(ledger, column), Wording.Of(column.Kind), column.UnitText, string.Join('、', column.Aliases), Explained(column), column.IsPersonal ? "是" : "",
        ]));
        page.Heading("校验");
        Checks(page, ledger);
        page.Heading("计入的科目");
        Posts(page, ledger, catalogue);
        return page.ToString();
    }

    private static IEnumerable<string> Facts(LedgerType ledger)
    {
        yield return $"代码：`{ledger.Code}`";
        yield return $"一行是：{ledger.OneRow}";
        yield return $"怎样认出同一条：{Wording.Keys(ledger)}";
        yield return $"计入日期：{Wording.DateBasis(ledger)}";
        if (ledger.Unique.Count > 0)
            yield return $"填了就不能重复：{string.Join('、', ledger.Unique.Select(column => column.Name))}";
        if (ledger.Registers is not null)
            yield return "每行登记一个单位，其他台账据此认单位；一起导入时先读。";
        if (ledger.Founds is not null)
            yield return "每行建立一对帮扶关系；一起导入时最先读。";
    }

    private static string Demand(LedgerType ledger, Column column) =>
        column.IsRequired ? "必填"
        : ledger.OneOf.FirstOrDefault(group => group.Contains(column)) is { } group
            ? $"与{string.Join('、', group.Where(other => other != column).Select(other => other.Name))}至少填一项"
            : "";

    private static string Explained(Column column)
    {
        var options = string.Join('、', column.Options) + (column is ChoiceColumn { IsOpen: true } ? "；可填其他" : "");
        return string.Join("；", new[] { column.Hint, options }.Where(part => part.Length > 0));
    }

    private static void Checks(Markdown page, LedgerType ledger)
    {
        page.Paragraph("每格先按类型读；读不准的退回并说明原因。" + (ledger.Checks.Length == 0 ? "本台账没有另外的校验。" : "另外还查："));
        if (ledger.Checks.Length > 0)
        {
            page.Table(["校验", "看哪些列", "后果", "为什么", "怎么办"], ledger.Checks.Select(check => (string[])
            [
                $"`{check.Code}`", string.Join('、', check.Columns.Select(column => column.Name)), Wording.Of(check.Severity), check.Message, check.Remedy,
            ]));
        }
    }

    private static void Posts(Markdown page, LedgerType ledger, Catalogue catalogue)
    {
        if (ledger.Posts.Count == 0)
        {
            page.Paragraph("本台账不计入任何科目。");
            return;
        }
        page.Table(["科目", "名称", "单位", "性质", "计入日期", "数额取自", "用于指标"], ledger.Posts.GroupBy(rule => rule.Measure).Select(rules => (string[])
        [
            $"`{rules.Key.Code}`", rules.Key.Name, rules.Key.Unit, Wording.Of(rules.Key.Nature), DateBasis(ledger, rules), Source(rules),
            string.Join('、', catalogue.Indicators.Where(one => one.Formula.Measures.Contains(rules.Key)).Select(one => $"[{one.Name}](../indicators.md#{one.Code})")),
        ]));
        foreach (var reason in ledger.Measures.Where(measure => measure.AddsBecause is not null))
            page.Paragraph($"“{reason.Name}”按{reason.Unit}相加，因为{reason.AddsBecause!.TrimEnd('。')}。");
    }

    private static string DateBasis(LedgerType ledger, IEnumerable<PostingRule> rules) =>
        string.Join("；", rules.Select(rule => rule.DateBasis.Length > 0 ? rule.DateBasis : Wording.DateBasis(ledger)).Distinct());

    private static string Source(IEnumerable<PostingRule> rules) => string.Join("；", rules.Select(rule => rule.Source?.Name ?? "行").Distinct());
}
