using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>The words of the declarations that are not words yet: kinds, natures, severities, groups.</summary>
internal static class Wording
{
    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "文字",
        ColumnKind.List => "文字，可多项",
        ColumnKind.Date => "日期",
        ColumnKind.Month => "月份",
        ColumnKind.Year => "年份",
        ColumnKind.Count => "整数或范围",
        ColumnKind.Decimal => "两位小数",
        ColumnKind.Money => "金额",
        ColumnKind.Percent => "百分数",
        ColumnKind.Choice => "选项",
        ColumnKind.Unit => "单位（须在名录中）",
        ColumnKind.Organisation => "机构（新的自动登记）",
        ColumnKind.IdNumber => "身份证号",
        ColumnKind.Phone => "电话",
        ColumnKind.Uscc => "统一社会信用代码",
        ColumnKind.Flag => "是/否",
    };

    public static string Of(Nature nature) => nature switch
    {
        Nature.Flow => "累计数",
        Nature.Stock => "时点数",
        Nature.Distinct => "去重数",
        Nature.Floor => "最低值",
        Nature.Ratio => "比率",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Blocks => "退回该行",
        Severity.Warns => "提醒",
        Severity.Informs => "提示",
    };

    public static string Of(FieldGroup group) => group switch
    {
        FieldGroup.Registry => "基础信息",
        FieldGroup.Mechanisms => "三项机制",
        FieldGroup.Drivers => "三驾马车",
        FieldGroup.Supports => "三项扶持",
        FieldGroup.Results => "成效",
    };

    /// <summary>日期, or 到账日期，没有时取年度.</summary>
    public static string DateBasis(LedgerType ledger) =>
        ledger.DatedBy.Length == 0 ? "不分时点，任何时期都计入" : string.Join("，没有时取", ledger.DatedBy.Select(column => column.Name));

    public static string Keys(LedgerType ledger) =>
        string.Join("；没有时用 ", ledger.Keys.Select(key => string.Join(" + ", key.Select(column => column.Name))));
}
