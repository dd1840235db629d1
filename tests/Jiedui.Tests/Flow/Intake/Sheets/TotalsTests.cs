using Jiedui.Declaring;

namespace Jiedui.Tests.Flow.Intake.Sheets;

public class TotalsTests
{
    private const string Contracts = "采购方|供货方|签订日期|协议金额（万元）\n甲公司|丹凤公司|2020.8.28|400万元\n乙公司|丹凤公司|2020.8.29|n:300\n";

    [Theory]
    [InlineData("合计|||n:700")]
    [InlineData("合计|2家||700万元")]
    [InlineData("总计|1个|2份|n:700")]
    [InlineData("合计")]
    public void Totals_that_agree(string total) => Assert.Empty(Reading.Of(Contracts + total).Findings);

    [Fact]
    public void A_total_that_differs_warns_with_both_numbers()
    {
        var finding = Assert.Single(Reading.Of(Contracts + "合计|||n:710").Findings);
        Assert.Equal(("total.differs", Severity.Warns, "D4"), (finding.Code, finding.Severity, finding.Cell));
        Assert.Equal("D4“协议金额（万元）”：合计写的是 7100000元，各行相加是 7000000元，相差 100000元。", finding.Message);
    }

    [Fact]
    public void A_count_that_differs_warns() =>
        Assert.Equal("B4“供货方”：合计写的是 5家，读到 2 行，相差 3。", Assert.Single(Reading.Of(Contracts + "合计|5家").Findings).Message);

    [Fact]
    public void A_remark_only_informs() =>
        Assert.Equal(Severity.Informs, Assert.Single(Reading.Of(Contracts + "合计|||690（不含尾款）").Findings).Severity);

    [Fact]
    public void Subtotals_add_up_to_the_total_without_being_counted_twice() =>
        Assert.Empty(Reading.Of(Contracts + "小计|||n:700\n丙公司|丹凤公司|2020.9.1|n:50\n小计|||n:50\n合计|||n:750").Findings);

    [Fact]
    public void A_total_may_stand_above_its_rows()
    {
        var header = Contracts.Split('\n')[0] + "\n";
        var rows = Contracts[header.Length..].TrimEnd();
        Assert.Empty(Reading.Of(header + "合计|||n:700\n" + rows).Findings);
        Assert.Single(Reading.Of(header + "合计|||n:701\n" + rows).Findings);
    }

    [Fact]
    public void A_total_of_the_good_rows_agrees_too() => Assert.Empty(Reading.Of(Contracts + "丙公司||2020.9.1|n:50\n合计|2家||n:700").Findings);
}
