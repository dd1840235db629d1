namespace Jiedui.Tests.Flow.Intake.Sheets;

public class RowTests
{
    private const string Header = "序号|名称|类型|地址|设立日期\n";

    [Fact]
    public void Rows_that_hold_no_record()
    {
        var reading = Reading.Of(
            "三专台账\n单位：元\n" + Header + "n:1|生活馆|专馆|文艺路|2020.5.1\nn:2\n|〃|〃|〃|〃\n小计|1个\n三专台账\n" + Header
            + "n:3|食堂专区|专区|长安路|2020.6.1\n龙驹寨镇小计|n:1\n合 计|2个\n注：以上为2020年数据。\n2.不含免费门面。\n填表人：张某   审核人：李某\n制表日期：2020年|联系电话：029",
            "A1:E1");
        Assert.Equal(
            "1 Title, 2 Unit, 3 Header, 5 Blank, 6 Blank, 7 Subtotal, 8 Title, 9 Header, 11 Subtotal, 12 Total, 13 Note, 14 Note, 15 Signature, 16 Signature",
            reading.Reasons);
        Assert.Equal([4, 10], reading.Good.Select(row => row.Number));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("n:1|合计商贸公司|专馆|文艺路|2020.5.1")]
    [InlineData("n:1|合计|专馆|文艺路|2020.5.1")]
    [InlineData("n:1|注册处|专馆|日期：待定|2020.5.1")]
    public void A_row_with_key_data_is_data(string row) => Assert.Single(Reading.Of(Header + row).Good);

    [Fact]
    public void Merged_down_and_ditto_cells_are_filled()
    {
        var reading = Reading.Of(Header + "n:1|生活馆|专馆|文艺路|2020.5.1\nn:2|二馆|〃||同上\nn:3|三馆|同上||〃", "D2:D4");
        Assert.Equal(3, reading.Good.Count);
        Assert.Equal(("专馆", "文艺路"), (reading.Value(4, "类型"), reading.Value(4, "地点")));
        Assert.Equal(reading.Value(2, "设立日期"), reading.Value(4, "设立日期"));
    }

    [Fact]
    public void A_ditto_mark_under_nothing_is_a_fault()
    {
        var row = Assert.Single(Reading.Of(Header + "n:1|生活馆|〃|文艺路|2020.5.1").Rows);
        Assert.Equal(("C2", "类型", "cell.ditto"), (row.Findings[0].Cell, row.Findings[0].Column, row.Findings[0].Code));
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once()
    {
        var row = Assert.Single(Reading.Of(Header + "n:1||奇馆|文艺路|2020年13月").Rows);
        Assert.Equal(["C2 类型", "E2 设立日期", "B2 名称"], row.Findings.Select(finding => $"{finding.Cell} {finding.Column}"));
        Assert.False(row.IsGood);
        Assert.StartsWith("C2“类型”：", row.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("奇馆", row.Findings[0].Value);
    }

    [Fact]
    public void Personal_values_are_masked()
    {
        var rows = Reading.Of(
            "姓名|证件号码|乡镇|意愿|摸排方式|摸排日期|私事\n|619928198112141209|商镇|转岗|电话|2020.6.1|秘密\n王小明|6199281981|商镇|转岗|电话|2020.6.1|秘密").Rows;
        var id = rows[0].Findings.Single(finding => finding.Column == "身份证号");
        Assert.Equal("6*************1209", id.Value);
        Assert.DoesNotContain(rows.SelectMany(row => row.Findings), finding => $"{finding}".Contains("秘密", StringComparison.Ordinal));
        Assert.DoesNotContain(rows.SelectMany(row => row.Findings), finding => $"{finding}".Contains("619928198", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_table_below_comes_back()
    {
        var reading = Reading.Of(Header + "n:1|生活馆|专馆|文艺路|2020.5.1\n\n日期|医院|卫生院|形式|人次\n2020.6.19|甲医院|乙卫生院|坐诊|n:43");
        Assert.Equal([2], reading.Good.Select(row => row.Number));
        Assert.Equal("sheet.other-table", reading.Codes);
        Assert.Equal("row.other-table", reading.Rows[1].Findings.Single().Code);
    }
}
