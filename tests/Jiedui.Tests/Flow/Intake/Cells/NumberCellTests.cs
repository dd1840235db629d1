using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class NumberCellTests
{
    private static readonly Column Money = new QuantityColumn<Money>(ColumnKind.Money, "金额", "元");
    private static readonly Column Wage = new QuantityColumn<Money>(ColumnKind.Money, "月工资", "元");
    private static readonly Column Price = new QuantityColumn<Money>(ColumnKind.Money, "补助标准", "元/亩");
    private static readonly Column Area = new QuantityColumn<Area>(ColumnKind.Decimal, "面积", "亩");
    private static readonly Column Rate = new QuantityColumn<Percent>(ColumnKind.Percent, "约定分红比例", "%");
    private static readonly Column Plain = new QuantityColumn<Plain>(ColumnKind.Decimal, "数量", "");

    private static Column Count(string unit) => unit switch
    {
        "人" => new QuantityColumn<People>(ColumnKind.Count, "人数", unit),
        "人次" => new QuantityColumn<PersonTimes>(ColumnKind.Count, "人次", unit),
        "户" => new QuantityColumn<Households>(ColumnKind.Count, "户数", unit),
        "岗" => new QuantityColumn<Jobs>(ColumnKind.Count, "人数", "个"),
        "天" => new QuantityColumn<Days>(ColumnKind.Count, "天数", unit),
        "次" => new QuantityColumn<Times>(ColumnKind.Count, "次数", unit),
        _ => new QuantityColumn<Items>(ColumnKind.Count, "个数", unit),
    };

    [Theory]
    [InlineData("人次", "96人次", 96)]
    [InlineData("人次", "96人", 96)]
    [InlineData("人", "１，２３４ 名", 1234)]
    [InlineData("人", "1,234,567", 1234567)]
    [InlineData("人", "六十", 60)]
    [InlineData("人", "三千五", 3500)]
    [InlineData("人", "一百零五人", 105)]
    [InlineData("人", "廿三", 23)]
    [InlineData("人", "壹仟贰佰", 1200)]
    [InlineData("人次", "1.2万人次", 12000)]
    [InlineData("人次", "十二万", 120000)]
    [InlineData("人次", "3万5千人次", 35000)]
    [InlineData("天", "3天", 3)]
    [InlineData("个", "7个", 7)]
    [InlineData("家", "两家", 2)]
    [InlineData("所", "12所", 12)]
    [InlineData("次", "5场次", 5)]
    [InlineData("次", "5期", 5)]
    [InlineData("次", "两批", 2)]
    [InlineData("户", "共计50户", 50)]
    [InlineData("人", "'45", 45)]
    [InlineData("人", "\u00A0 45\u3000\u200B", 45)]
    [InlineData("岗", "8人", 8)]
    public void A_count_is_read_with_its_words(string unit, string text, long expected) =>
        Assert.Equal(Amount.Exactly(expected), Reading.Of(Count(unit), text).Value);

    [Theory]
    [InlineData("岗", "8-12", 8, 12)]
    [InlineData("岗", "8－12个", 8, 12)]
    [InlineData("岗", "8~12", 8, 12)]
    [InlineData("岗", "8～12", 8, 12)]
    [InlineData("岗", "8至12", 8, 12)]
    [InlineData("岗", "8—12人", 8, 12)]
    [InlineData("岗", "8人—12人", 8, 12)]
    [InlineData("岗", "八至十二人", 8, 12)]
    [InlineData("岗", "八至二十人", 8, 20)]
    public void A_range_keeps_both_ends(string unit, string text, long low, long high) =>
        Assert.Equal(new Amount(low, high, Qualifier.Range), Reading.Of(Count(unit), text).Value);

    [Theory]
    [InlineData("3.5万", "", 3_500_000)]
    [InlineData("700万元", "", 700_000_000)]
    [InlineData("700万元", "亿元", 700_000_000)]
    [InlineData("400万元", "万元", 400_000_000)]
    [InlineData("700", "万元", 700_000_000)]
    [InlineData("700", "（万元）", 700_000_000)]
    [InlineData("700", "单位：万元", 700_000_000)]
    [InlineData("2,850,000.50", "元", 285_000_050)]
    [InlineData("2亿", "元", 20_000_000_000)]
    [InlineData("5千元", "", 500_000)]
    [InlineData("5", "千元", 500_000)]
    [InlineData("5", "百元", 50_000)]
    [InlineData("¥1,800.00元", "", 180_000)]
    [InlineData("￥1800", "", 180_000)]
    [InlineData("-300", "", -30_000)]
    [InlineData("1亿2000万元", "", 12_000_000_000)]
    [InlineData("伍仟元整", "", 500_000)]
    [InlineData("三千五", "", 350_000)]
    public void Money_is_read_in_fen(string text, string header, long fen) => Assert.Equal(Amount.Exactly(fen), Reading.Of(Money, text, header).Value);

    [Theory]
    [InlineData("20余万元", 20_000_000L, 30_000_000L, Qualifier.More)]
    [InlineData("20万余元", 20_000_000L, 30_000_000L, Qualifier.More)]
    [InlineData("二十余万元", 20_000_000L, 30_000_000L, Qualifier.More)]
    [InlineData("3千多万元", 3_000_000_000L, 4_000_000_000L, Qualifier.More)]
    [InlineData("3.5万多元", 3_500_000L, 3_600_000L, Qualifier.More)]
    [InlineData("约200", 20_000L, 20_000L, Qualifier.About)]
    [InlineData("近5000元", 500_000L, 500_000L, Qualifier.About)]
    [InlineData("200左右", 20_000L, 20_000L, Qualifier.About)]
    [InlineData("不低于1800元", 180_000L, null, Qualifier.AtLeast)]
    [InlineData("1800元以上", 180_000L, null, Qualifier.AtLeast)]
    [InlineData("至少1800", 180_000L, null, Qualifier.AtLeast)]
    [InlineData("超过1800", 180_000L, null, Qualifier.AtLeast)]
    [InlineData("突破2亿元", 20_000_000_000L, null, Qualifier.AtLeast)]
    [InlineData("逾20万元", 20_000_000L, null, Qualifier.AtLeast)]
    [InlineData("不超过5万", null, 5_000_000L, Qualifier.AtMost)]
    [InlineData("5万元以内", null, 5_000_000L, Qualifier.AtMost)]
    [InlineData("5万元以下", null, 5_000_000L, Qualifier.AtMost)]
    [InlineData("3500-4300元", 350_000L, 430_000L, Qualifier.Range)]
    [InlineData("3万~5万元", 3_000_000L, 5_000_000L, Qualifier.Range)]
    [InlineData("3-5万元", 3_000_000L, 5_000_000L, Qualifier.Range)]
    [InlineData("三十至五十万元", 30_000_000L, 50_000_000L, Qualifier.Range)]
    [InlineData("3000元-1万元", 300_000L, 1_000_000L, Qualifier.Range)]
    [InlineData("3-5千元", 300_000L, 500_000L, Qualifier.Range)]
    [InlineData("3000-5000元不等", 300_000L, 500_000L, Qualifier.Range)]
    public void A_qualified_sum_is_an_interval(string text, long? low, long? high, Qualifier qualifier) =>
        Assert.Equal(new Amount(low, high, qualifier), Reading.Of(Money, text).Value);

    [Theory]
    [InlineData("三百多人", 300, 400)]
    [InlineData("20余", 20, 30)]
    [InlineData("100多人", 100, 200)]
    [InlineData("1200余人", 1200, 1300)]
    public void More_reaches_to_the_next_step(string text, long low, long high) =>
        Assert.Equal(new Amount(low, high, Qualifier.More), Reading.Of(Count("人"), text).Value);

    [Fact]
    public void Header_units_serve_ranges_too() =>
        Assert.Equal(new Amount(3_000_000, 5_000_000, Qualifier.Range), Reading.Of(Money, "3-5", "万元").Value);

    [Theory]
    [InlineData("6万元/亩", "", 6_000_000)]
    [InlineData("每亩6万元", "", 6_000_000)]
    [InlineData("6", "万元/亩", 6_000_000)]
    [InlineData("800", "元/亩", 80_000)]
    public void A_price_is_read(string text, string header, long fen) => Assert.Equal(Amount.Exactly(fen), Reading.Of(Price, text, header).Value);

    [Theory]
    [InlineData("3500元/月", "")]
    [InlineData("3500", "元/月")]
    [InlineData("月薪3500元", "元")]
    [InlineData("3500元/人/月", "")]
    public void A_monthly_wage_may_say_so(string text, string header) => Assert.Equal(Amount.Exactly(350_000), Reading.Of(Wage, text, header).Value);

    [Fact]
    public void A_unit_price_is_by_whatever_the_goods_are_sold_by()
    {
        var reading = Reading.Of(new QuantityColumn<Money>(ColumnKind.Money, "单价", "元"), "120元/箱");
        Assert.Equal(Amount.Exactly(12_000), reading.Value);
        Assert.Equal("number.unit-dropped", reading.Note!.Code);
    }

    [Theory]
    [InlineData("12.35亩", 1235)]
    [InlineData("１２．３５", 1235)]
    public void An_area_is_read(string text, long hundredths) => Assert.Equal(Amount.Exactly(hundredths), Reading.Of(Area, text).Value);

    [Theory]
    [InlineData("6%", "", 600)]
    [InlineData("６％", "", 600)]
    [InlineData("6", "", 600)]
    [InlineData("0.06", "%", 6)]
    [InlineData("0.06%", "", 6)]
    [InlineData("七成", "", 7000)]
    [InlineData("七成五", "", 7500)]
    [InlineData("百分之六", "", 600)]
    [InlineData("百分之六十五", "", 6500)]
    [InlineData("0", "", 0)]
    public void A_percentage_is_read(string text, string header, long hundredths) =>
        Assert.Equal(Amount.Exactly(hundredths), Reading.Of(Rate, text, header).Value);

    [Fact]
    public void A_least_percentage_is_read() => Assert.Equal(new Amount(600, null, Qualifier.AtLeast), Reading.Of(Rate, "不低于6%").Value);

    [Theory]
    [InlineData(3.5999999999999996, "万元", 3_600_000)]
    [InlineData(0.30000000000000004, "元", 30)]
    [InlineData(2850000.5, "", 285_000_050)]
    public void Binary_noise_is_rounded_away(double number, string header, long fen) => Assert.Equal(Amount.Exactly(fen), Reading.Of(Money, number, header).Value);

    [Theory]
    [InlineData("3天", "number.unit")]
    [InlineData("0.001", "number.too-precise")]
    [InlineData("5000-3000", "number.range")]
    [InlineData("8千-1.2万", "number.range")]
    [InlineData("3万-5", "number.range-unit")]
    [InlineData("上千元", "number.vague")]
    [InlineData("数万", "number.vague")]
    [InlineData("三万半", "number.vague")]
    [InlineData("7(28)", "number.several")]
    [InlineData("7（28）", "number.several")]
    [InlineData("7 28", "number.several")]
    [InlineData("1,23", "number.commas")]
    [InlineData("12,3456", "number.commas")]
    [InlineData("99999999999999999999", "number.too-large")]
    [InlineData("三四", "number.shape")]
    [InlineData("二三十", "number.shape")]
    [InlineData("不低于3不超过", "number.unit")]
    [InlineData("三千多以上", "number.shape")]
    [InlineData("约3以上", "number.shape")]
    [InlineData("三千元左右以上", "number.unit")]
    [InlineData("三千元/亩", "number.unit")]
    [InlineData("三至五百", "number.range-unit")]
    [InlineData("1.2E+05", "number.digits-lost")]
    [InlineData("三千块五", "number.unit")]
    [InlineData("..", "number.shape")]
    [InlineData("1.2.3", "number.shape")]
    [InlineData("#REF!", "cell.error")]
    [InlineData("〃", "cell.ditto")]
    public void What_is_not_exact_is_sent_back(string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Money, text)));

    [Theory]
    [InlineData("人次", "5户", "number.unit")]
    [InlineData("户", "5人", "number.unit")]
    [InlineData("个", "3个月", "number.unit")]
    [InlineData("人", "2.5", "number.not-whole")]
    [InlineData("人", "-5", "number.negative")]
    [InlineData("人", "2名教师3名医生", "number.several")]
    [InlineData("人", "0.3余", "number.not-whole")]
    public void A_count_refuses_what_does_not_fit(string unit, string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Count(unit), text)));

    [Theory]
    [InlineData("0.06")]
    [InlineData("1")]
    public void A_bare_fraction_is_no_percentage(string text) => Assert.Equal("number.percent-unclear", Reading.Code(Reading.Of(Rate, text)));

    [Fact]
    public void Headers_of_another_dimension_are_refused()
    {
        Assert.Equal("number.unit", Reading.Code(Reading.Of(Area, "12", "平方米")));
        Assert.Equal("number.unit", Reading.Code(Reading.Of(Area, "12平方米", "亩")));
        Assert.Equal("number.unit", Reading.Code(Reading.Of(Money, "12", "人")));
    }

    [Fact]
    public void Two_magnitudes_are_not_multiplied() => Assert.Equal("number.unit-unclear", Reading.Code(Reading.Of(Money, "3千", "万元")));

    [Fact]
    public void Huge_floats_are_refused()
    {
        Assert.Equal("number.too-large", Reading.Code(Reading.Of(Money, 1e30)));
        Assert.Equal("number.too-large", Reading.Code(Reading.Of(Money, 1e18)));
        Assert.Equal("number.too-large", Reading.Code(Reading.Of(Money, double.NaN)));
    }

    [Theory]
    [InlineData("9999999999999.99")]
    [InlineData("-9999999999999.99")]
    [InlineData("9.9万亿")]
    [InlineData("5000-9999999999999.99元")]
    public void The_largest_sums_are_taken(string text) => Assert.Equal("", Reading.Code(Reading.Of(Money, text)));

    [Theory]
    [InlineData("10000000000000", "")]
    [InlineData("-10000000000000", "")]
    [InlineData("10万亿", "")]
    [InlineData("100000", "亿元")]
    [InlineData("5000-10000000000000元", "")]
    [InlineData("10000000000000-20000000000000元", "")]
    [InlineData("不低于10000000000000元", "")]
    [InlineData("不超过10000000000000元", "")]
    [InlineData("9万多亿元", "")]
    public void What_is_as_large_as_no_budget_is_sent_back(string text, string header) => Assert.Equal("number.too-large", Reading.Code(Reading.Of(Money, text, header)));

    [Theory]
    [InlineData("999999999999999", "")]
    [InlineData("1000000000000000", "number.too-large")]
    [InlineData("900000000000000000", "number.too-large")]
    public void A_count_has_the_same_bound(string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Count("人"), text)));

    [Fact]
    public void A_range_that_became_a_date_is_refused() => Assert.Equal("number.was-date", Reading.Code(Reading.Serial(Count("岗"), 44055)));

    [Fact]
    public void Words_for_not_yet_store_nothing_and_tell()
    {
        var reading = Reading.Of(Wage, "面议");
        Assert.Null(reading.Value);
        Assert.Null(reading.Fault);
        Assert.Equal(Severity.Warns, reading.Note!.Severity);
    }

    [Theory]
    [InlineData("20箱")]
    [InlineData("20千克")]
    public void A_plain_number_tells_that_its_unit_is_not_kept(string text)
    {
        var reading = Reading.Of(Plain, text, "千克");
        Assert.Equal(Amount.Exactly(2000), reading.Value);
        Assert.Equal("number.unit-dropped", reading.Note!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("／")]
    [InlineData("\\")]
    [InlineData("无")]
    [InlineData("暂无")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("N/A")]
    [InlineData("#N/A")]
    public void Placeholders_are_empty(string text) => Assert.Equal(default, Reading.Of(Money, text));
}
