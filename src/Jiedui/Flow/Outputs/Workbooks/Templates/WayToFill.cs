using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks.Templates;

/// <summary>How a column is filled, in words that a clerk understands.</summary>
public static class WayToFill
{
    /// <summary>Options beyond this are left to the drop-down list.</summary>
    private const int MostOptions = 12;

    public static string Of(Column column) => column.Kind switch
    {
        ColumnKind.Text => "文字",
        ColumnKind.List => "文字，多项用顿号隔开",
        ColumnKind.Date => "日期，如 2020-05-08；只知道月份写 2020-05，只知道年份写 2020",
        ColumnKind.Month => "月份，如 2020-05",
        ColumnKind.Year => "年份，如 2020",
        ColumnKind.Count => $"整数{In(column)}；范围写成 8～12",
        ColumnKind.Decimal => $"数字{In(column)}，最多两位小数",
        ColumnKind.Money => $"金额，以{column.UnitText}为单位；以万元计的请在数字后写明，如 700万元",
        ColumnKind.Percent => "百分数，填 12.5 表示 12.5%",
        ColumnKind.Choice => Options((ChoiceColumn)column),
        ColumnKind.Unit => "单位名录中的名称；有重名时写明上级，如 棣花镇/茶房社区",
        ColumnKind.Organisation => "单位全称；第一次出现的会自动登记",
        ColumnKind.IdNumber => "18 位居民身份证号，按文本填写",
        ColumnKind.Phone => "手机号，或带区号的座机号",
        ColumnKind.Uscc => "18 位统一社会信用代码",
        ColumnKind.Flag => "是 或 否",
    };

    private static string In(Column column) => column.UnitText.Length == 0 ? "" : $"，以{column.UnitText}为单位";

    private static string Options(ChoiceColumn column)
    {
        var shown = string.Join('、', column.Options.Take(MostOptions)) + (column.Options.Count > MostOptions ? " 等" : "");
        return column.IsOpen ? $"从下拉列表中选，也可填其他：{shown}" : $"从下拉列表中选一项：{shown}";
    }
}
