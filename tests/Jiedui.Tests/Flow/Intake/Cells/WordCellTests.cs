using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class WordCellTests
{
    private static readonly Column Text = new TextColumn(ColumnKind.Text, "备注");
    private static readonly Column Name = new TextColumn(ColumnKind.Text, "姓名").Personal();
    private static readonly Column Flag = new FlagColumn("是否脱贫户");
    private static readonly Column Choice = new ChoiceColumn("类型", ["街道—镇街", "学校", "无"], isOpen: false);
    private static readonly Column OpenChoice = new ChoiceColumn("产业类别", ["食用菌"], isOpen: true);
    private static readonly Column Unit = new UnitColumn(ColumnKind.Unit, "镇");
    private static readonly Column Organisation = new UnitColumn(ColumnKind.Organisation, "企业");

    [Theory]
    [InlineData("张 三", "张三")]
    [InlineData("张　三", "张三")]
    [InlineData("欧 阳 小 明", "欧阳小明")]
    [InlineData("John Smith", "John Smith")]
    public void The_blank_inside_a_name_goes(string text, string expected) => Assert.Equal(expected, Reading.Of(Name, text).Value);

    [Theory]
    [InlineData("张 三", "张 三")]
    [InlineData("第（１）期", "第（1）期")]
    [InlineData("a\u200B\r\nb ", "a\nb")]
    public void Other_text_stays_as_it_is(string text, string expected) => Assert.Equal(expected, Reading.Of(Text, text).Value);

    [Fact]
    public void Digits_in_a_text_column_stay_digits()
    {
        Assert.Equal("20200001", Reading.Of(Text, 20200001d).Value);
        Assert.Equal("text.digits-lost", Reading.Of(Text, 1.2345678901234567e17).Note!.Code);
        Assert.DoesNotContain("E", (string)Reading.Of(Text, 1.2345678901234567e17).Value!, StringComparison.Ordinal);
        Assert.Equal("text.was-date", Reading.Serial(Text, 43952).Note!.Code);
    }

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("有", true)]
    [InlineData("Y", true)]
    [InlineData("已确认", true)]
    [InlineData("TRUE", true)]
    [InlineData("１", true)]
    [InlineData("否", false)]
    [InlineData("无", false)]
    [InlineData("×", false)]
    [InlineData("0", false)]
    [InlineData("未确认", false)]
    public void A_flag_is_read(string text, bool expected) => Assert.Equal(expected, Reading.Of(Flag, text).Value);

    [Fact]
    public void An_unclear_flag_is_sent_back() => Assert.Equal("flag.unknown", Reading.Code(Reading.Of(Flag, "大概")));

    [Theory]
    [InlineData("街道-镇街", "街道—镇街")]
    [InlineData(" 学 校 ", "学校")]
    [InlineData("无", "无")]
    public void A_choice_is_told_apart_from_its_option_by_typography_at_most(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(Choice, text).Value);

    [Fact]
    public void An_unknown_choice_lists_the_options()
    {
        var fault = Reading.Of(Choice, "学堂").Fault!;
        Assert.Equal("choice.unknown", fault.Code);
        Assert.Contains("街道—镇街、学校、无", fault.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("学堂", fault.Message + fault.Remedy, StringComparison.Ordinal);
        Assert.Equal("核桃", Reading.Of(OpenChoice, "核桃").Value);
    }

    [Fact]
    public void A_list_is_split() =>
        Assert.Equal(["甲", "乙", "丙", "丁", "戊"], (string[])Reading.Of(new ListColumn("成员单位"), "甲、乙,丙；；丁\n 戊；").Value!);

    [Fact]
    public void Units_are_looked_up()
    {
        Assert.Equal(new UnitRef(7, "棣花镇"), Reading.Of(Unit, "棣花镇 ").Value);
        Assert.Equal(new UnitRef(7, "棣花镇"), Reading.Of(Unit, 611022d).Value);
        Assert.Equal("unit.ambiguous", Reading.Code(Reading.Of(Unit, "石沟村")));
        Assert.Equal("unit.unknown", Reading.Code(Reading.Of(Unit, "棣花")));
        Assert.Contains("棣花镇", Reading.Of(Unit, "棣花").Fault!.Remedy, StringComparison.Ordinal);
        Assert.Equal("unit.unknown", Reading.Code(Reading.Of(Unit, "火星镇")));
        Assert.Equal("unit.several", Reading.Code(Reading.Of(Unit, "甲镇、乙镇")));
        var inContext = Reading.Reader.Read(Unit, new RawCell(0, RawKind.Text, "石沟村"), "", [new UnitRef(7, "商镇")]);
        Assert.Equal(new UnitRef(8, "石沟村"), inContext.Value);
    }

    [Fact]
    public void Organisations_are_found_or_added()
    {
        Assert.Equal(new UnitRef(900, "某某公司"), Reading.Of(Organisation, "某某公司").Value);
        Assert.Equal("organisation.no-name", Reading.Code(Reading.Of(Organisation, "123")));
    }

    [Theory]
    [InlineData("〃", true)]
    [InlineData(" 同上 ", true)]
    [InlineData("〞", true)]
    [InlineData("\"", true)]
    [InlineData("同上海", false)]
    [InlineData("", false)]
    public void Ditto_marks_are_known(string text, bool isDitto) => Assert.Equal(isDitto, DittoMark.Is(new RawCell(0, RawKind.Text, text)));

    [Fact]
    public void Excel_errors_are_faults_but_not_available_is_empty()
    {
        Assert.Equal("cell.error", Reading.Code(Reading.Reader.Read(Text, new RawCell(0, RawKind.Error, "#REF!"), "", [])));
        Assert.Equal(default, Reading.Reader.Read(Text, new RawCell(0, RawKind.Error, "#N/A"), "", []));
    }
}
