using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Prose;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Outputs.Reports.Prose;

public class FigureProseTests
{
    private static readonly Indicator Counted = Indicator.Sum(Measure<Times>.Flow("a.times", "次", "场次"), "计次");
    private static readonly Indicator Persons = Indicator.Distinct(Measure<People>.Distinct("a.people", "人"), "去重");
    private static readonly Indicator Posts = Indicator.Sum(Measure<Jobs>.Flow("a.jobs", "岗位"), "岗位");
    private static readonly Indicator Paid = Indicator.Sum(Measure<Money>.Flow("a.paid", "金额"), "金额");
    private static readonly Indicator LeastPay = Indicator.Least(Measure<Money>.Floor("a.pay", "月收入", "元/月"), "最低");
    private static readonly Indicator LeastRate = Indicator.Least(Measure<Percent>.Floor("a.rate", "分红率", "%"), "最低");
    private static readonly Indicator Price = Indicator.Ratio("a.price", "单价", "元/亩", Measure<Money>.Flow("a.cost", "补助"), Measure<Area>.Flow("a.land", "面积"), "单价");
    private static readonly Indicator Share = Indicator.Ratio("a.share", "占比", "%", Measure<Jobs>.Flow("a.part", "部分"), Measure<Jobs>.Flow("a.whole", "全部"), "占比");

    public static TheoryData<string, string, string, string> Exact => new()
    {
        { "times", "3", "", "3场次" },
        { "people", "10844", "名", "10844名" },
        { "people", "10844", "", "10844人" },
        { "people", "10844", "余名", "1万余名" },
        { "people", "328", "余名", "300余名" },
        { "people", "7", "余名", "7名" },
        { "people", "10844", "万名", "1.0844万名" },
        { "paid", "7000000", "万元", "700万元" },
        { "paid", "7000000", "", "700万元" },
        { "paid", "92500", "万元", "9.25万元" },
        { "paid", "92500", "元", "92500元" },
        { "paid", "92505", "", "92505元" },
        { "paid", "92505", "万元", "9.2505万元" },
        { "paid", "92505.37", "万元", "92505.37元" },
        { "paid", "92505.50", "", "92505.5元" },
        { "paid", "8500", "万元", "8500元" },
        { "paid", "0", "万元", "0元" },
        { "paid", "205250", "余万元", "20余万元" },
        { "paid", "200000", "余万元", "20万元" },
        { "paid", "35000", "余万元", "3万余元" },
        { "paid", "8520", "余万元", "8000余元" },
        { "paid", "7350000", "余万元", "700余万元" },
        { "paid", "153600000", "亿元", "1.536亿元" },
        { "paid", "153600000", "", "15360万元" },
        { "paid", "3500000", "亿元", "350万元" },
        { "paid", "1234567890.12", "亿元", "1234567890.12元" },
        { "pay", "1800", "不低于元", "不低于1800元" },
        { "pay", "1800", "", "不低于1800元/月" },
        { "pay", "1800.555", "元", "1800.55元" },
        { "rate", "6.000000", "不低于%", "不低于6%" },
        { "rate", "6.6666666", "不低于%", "不低于6.66%" },
        { "rate", "6", "%", "6%" },
        { "price", "60000.0000", "万元", "6万元" },
        { "price", "60000", "", "6万元/亩" },
        { "share", "100", "", "100%" },
        { "share", "33.333333", "", "33.33%" },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_number_is_written_as_offices_write_it(string indicator, string value, string format, string expected) =>
        Assert.Equal(expected, FigureProse.Write(Figure(Of(indicator), Number(value), null, null), format));

    [Theory]
    [InlineData("jobs", "8", "12", "个", "8-12个")]
    [InlineData("jobs", "8", "12", "", "8-12个")]
    [InlineData("paid", "30000", "50000", "", "3万~5万元")]
    [InlineData("paid", "3000", "50000", "", "3000~50000元")]
    [InlineData("paid", "200000", "300000", "余万元", "20余万元")]
    [InlineData("paid", "200000", "500000", "余万元", "20万~50万元")]
    [InlineData("paid", "200000", null, "余万元", "不低于20万元")]
    [InlineData("paid", null, "200000", "万元", "不超过20万元")]
    [InlineData("share", "6", "8", "", "6%~8%")]
    [InlineData("pay", "1800", null, "不低于元", "不低于1800元")]
    [InlineData("pay", "1800", "2000", "不低于元", "不低于1800元")]
    public void An_interval_keeps_both_ends(string indicator, string? low, string? high, string format, string expected) =>
        Assert.Equal(expected, FigureProse.Write(Figure(Of(indicator), null, Number(low), Number(high)), format));

    [Fact]
    public void Zero_without_records_is_no_answer()
    {
        Assert.False(FigureProse.Tells(Figure(Counted, 0, null, null) with { Records = 0 }));
        Assert.False(FigureProse.Tells(Figure(Counted, null, null, null)));
        Assert.True(FigureProse.Tells(Figure(Counted, 0, null, null)));
    }

    private static Indicator Of(string name) => name switch
    {
        "times" => Counted,
        "people" => Persons,
        "jobs" => Posts,
        "paid" => Paid,
        "pay" => LeastPay,
        "rate" => LeastRate,
        "price" => Price,
        _ => Share,
    };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Figure Figure(Indicator indicator, decimal? value, decimal? low, decimal? high) =>
        new(indicator, value, low, high, 1, new FigureQuery(1, Samples.Request.Period));
}
