using System.Globalization;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class ChineseDateTests
{
    [Theory]
    [InlineData("2020-01-01", "2020-12-31", "2020年")]
    [InlineData("2019-01-01", "2021-12-31", "2019年至2021年")]
    [InlineData("2020-01-01", "2020-06-30", "2020年1月至6月")]
    [InlineData("2020-02-01", "2020-02-29", "2020年2月")]
    [InlineData("2019-07-01", "2020-06-30", "2019年7月至2020年6月")]
    [InlineData("2020-01-02", "2020-06-30", "2020年1月2日至2020年6月30日")]
    [InlineData("2020-05-08", "2020-05-08", "2020年5月8日")]
    [InlineData("0001-01-01", "2020-12-31", "截至2020年12月31日")]
    public void A_period_is_told_as_short_as_it_stays_true(string from, string to, string expected) =>
        Assert.Equal(expected, ChineseDate.Of(new Period(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(35, "三十五")]
    public void Headings_are_numbered_in_Chinese(int number, string expected) => Assert.Equal(expected, ChineseNumeral.Of(number));
}
