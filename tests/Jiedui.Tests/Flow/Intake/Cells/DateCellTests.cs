using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class DateCellTests
{
    private static readonly Column Date = new DateColumn(ColumnKind.Date, "日期");
    private static readonly Column Month = new DateColumn(ColumnKind.Month, "月份");
    private static readonly Column Year = new DateColumn(ColumnKind.Year, "年度");

    [Theory]
    [InlineData("2020.5.8", "2020-05-08")]
    [InlineData("2020-05-08", "2020-05-08")]
    [InlineData("2020/5/8", "2020-05-08")]
    [InlineData("２０２０．５．８", "2020-05-08")]
    [InlineData("2020年5月8日", "2020-05-08")]
    [InlineData("2020 年 5 月 8 日", "2020-05-08")]
    [InlineData("2020年5月8号", "2020-05-08")]
    [InlineData("2020年5月", "2020-05")]
    [InlineData("2020年5月份", "2020-05")]
    [InlineData("2020.5月", "2020-05")]
    [InlineData("2020年", "2020")]
    [InlineData("2020年底", "2020")]
    [InlineData("2020年6月底", "2020-06")]
    [InlineData("2020年6月末", "2020-06")]
    [InlineData("2020", "2020")]
    [InlineData("2020.5", "2020-05")]
    [InlineData("2020.10", "2020-10")]
    [InlineData("2020.1", "2020-01")]
    [InlineData("202005", "2020-05")]
    [InlineData("20200501", "2020-05-01")]
    [InlineData("二〇二〇年五月八日", "2020-05-08")]
    [InlineData("二○二○年十二月三十一日", "2020-12-31")]
    [InlineData("二〇二〇年五月", "2020-05")]
    [InlineData("2020.05.08 10:30", "2020-05-08")]
    [InlineData("2020-05-08T00:00:00", "2020-05-08")]
    [InlineData("2020-05-08 00:00:00.000", "2020-05-08")]
    [InlineData("2020年5月8日（星期五）", "2020-05-08")]
    [InlineData("2020年5月8日上午", "2020-05-08")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("43952", "2020-05-01")]
    public void A_written_date_keeps_its_precision(string text, string expected) => Assert.Equal(PartialDate.Parse(expected), Reading.Of(Date, text).Value);

    [Theory]
    [InlineData(43952, "2020-05-01")]
    [InlineData(43952.75, "2020-05-01")]
    [InlineData(20200501, "2020-05-01")]
    [InlineData(202005, "2020-05")]
    [InlineData(2020, "2020")]
    [InlineData(2020.5, "2020-05")]
    [InlineData(2020.05, "2020-05")]
    [InlineData(2020.11, "2020-11")]
    [InlineData(2020.12, "2020-12")]
    public void A_number_may_be_a_date(double number, string expected) => Assert.Equal(PartialDate.Parse(expected), Reading.Of(Date, number).Value);

    [Theory]
    [InlineData(2020.1, "date.lost-zero")]
    [InlineData(5, "date.shape")]
    [InlineData(200508, "date.six-digits")]
    [InlineData(2020.13, "date.no-such-day")]
    public void A_number_that_may_be_several_dates_is_none(double number, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Date, number)));

    [Theory]
    [InlineData("20.5.8", "date.two-digit-year")]
    [InlineData("20年5月8日", "date.two-digit-year")]
    [InlineData("5月8日", "date.no-year")]
    [InlineData("五月八日", "date.no-year")]
    [InlineData("5.8", "date.no-year")]
    [InlineData("5/8/2020", "date.order")]
    [InlineData("2020-02-30", "date.no-such-day")]
    [InlineData("2019-02-29", "date.no-such-day")]
    [InlineData("2020年13月2日", "date.no-such-day")]
    [InlineData("2020-00-01", "date.no-such-day")]
    [InlineData("二〇二〇年十三月", "date.no-such-day")]
    [InlineData("2020.5.1-5.3", "date.two")]
    [InlineData("2020.5.1—2020.5.3", "date.two")]
    [InlineData("2020年5月1日至3日", "date.two")]
    [InlineData("1900-01-01", "date.year")]
    [InlineData("2200-01-01", "date.year")]
    [InlineData("0000-01-01", "date.year")]
    [InlineData("200508", "date.six-digits")]
    [InlineData("2020-5-1 2", "date.shape")]
    [InlineData("2020年上半年", "date.shape")]
    [InlineData("同上", "cell.ditto")]
    public void What_is_not_one_date_is_sent_back(string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Date, text)));

    [Theory]
    [InlineData("至今")]
    [InlineData("长期")]
    [InlineData("永久")]
    public void An_open_end_is_empty_and_told(string text)
    {
        var reading = Reading.Of(Date, text);
        Assert.Null(reading.Value);
        Assert.Null(reading.Fault);
        Assert.Equal("date.open", reading.Note!.Code);
    }

    [Fact]
    public void Serials_count_from_1900_and_know_the_day_that_never_was()
    {
        Assert.Equal(PartialDate.Parse("2020-05-01"), Reading.Serial(Date, 43952).Value);
        Assert.Equal(PartialDate.Parse("2020-05-01"), Reading.Serial(Date, 43952.9999).Value);
        Assert.Equal("date.no-such-day", Reading.Code(Reading.Serial(Date, 60)));
        Assert.Equal("date.year", Reading.Code(Reading.Serial(Date, 2020)));
        Assert.Equal("date.no-such-day", Reading.Code(Reading.Serial(Date, 1e12)));
        Assert.Equal("date.no-such-day", Reading.Code(Reading.Serial(Date, double.NaN)));
    }

    [Theory]
    [InlineData("2020年5月8日", "2020-05")]
    [InlineData("2020.5", "2020-05")]
    public void A_month_column_takes_months(string text, string expected) => Assert.Equal(PartialDate.Parse(expected), Reading.Of(Month, text).Value);

    [Fact]
    public void A_month_column_refuses_a_year() => Assert.Equal("date.too-coarse", Reading.Code(Reading.Of(Month, "2020年")));

    [Theory]
    [InlineData("2020")]
    [InlineData("2020年")]
    [InlineData("2020年度")]
    [InlineData("2020-05-08")]
    public void A_year_column_takes_years(string text) => Assert.Equal(new PartialDate(2020), Reading.Of(Year, text).Value);
}
