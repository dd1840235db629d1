using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Why a number cannot be read, and what to do about it.</summary>
internal static class NumberFaults
{
    private const string WriteOne = "请只填一个数字，或写成 8-12、约200、不低于1800 的样式";

    public static CellFault Shape { get; } = new("number.shape", "这里不是可以准确读出的数字", WriteOne);

    public static CellFault Vague { get; } = new("number.vague", "这里只有大概的说法，没有确切的数字", "请填写确切的数字，或写成 20余、8-12 的样式");

    public static CellFault Several { get; } = new("number.several", "这里写了不止一个数字，分不清以哪个为准", "请只保留一个数字，其余的写在备注里");

    public static CellFault Commas { get; } = new("number.commas", "千分位逗号的位置不对，可能写错或漏写了数字", "请核对后去掉逗号重新填写");

    public static CellFault DigitsLost { get; } = new("number.digits-lost", "这里是科学计数法，部分数字可能已经丢失", "请填写完整的数字");

    public static CellFault RangeReversed { get; } = new("number.range", "区间的前一个数比后一个数大", "请按从小到大填写，并给两个数都写上单位");

    public static CellFault RangeUnclear { get; } = new("number.range-unit", "分不清单位是管两个数还是只管后一个", "请给两个数都写上单位，例如 3万-5万元");

    public static CellFault UnitUnclear { get; } = new("number.unit-unclear", "表头和单元格里各有一个倍数，分不清是否叠加", "请写成完整的数字，并写明单位");

    public static CellFault WasDate { get; } = new("number.was-date", "该单元格被 Excel 存成了日期（例如 8-12 会变成 8月12日）", "请把单元格设为文本后重新录入");

    public static CellFault NotWhole { get; } = new("number.not-whole", "这里应为整数", "请核对后填写整数");

    public static CellFault TooPrecise { get; } = new("number.too-precise", "小数位数太多，不能准确入账", "请按本列的单位（元、亩等）保留两位小数");

    public static CellFault TooLarge { get; } = new("number.too-large", "数字太大，超出了可能的范围", "请核对是不是把账号、编号一类的长数字填进了本列，单位（如万元、亿元）有没有写错");

    public static CellFault Negative { get; } = new("number.negative", "这里不能是负数", "请核对后重新填写");

    public static CellFault PercentUnclear { get; } = new("number.percent-unclear", "没有写 %，分不清是比例还是百分数", "请写明 %，例如 6%");

    public static CellFault AboutRange { get; } = new("number.about-range", "这是一个大概的区间，按区间读取", "如有确切数字请更正", Severity.Informs);

    public static CellFault UnitDropped { get; } = new("number.unit-dropped", "本列只存数字，单元格里的单位没有保存", "请把单位写在规格或备注里", Severity.Informs);

    public static CellFault ForeignUnit(Column column) => new(
        "number.unit", column.UnitText.Length == 0 ? "单元格或表头里的单位与本列不符" : $"单元格或表头里的单位与本列不符（本列以“{column.UnitText}”计）",
        "请换算成本列的单位，或核对是否填错了列");
}
