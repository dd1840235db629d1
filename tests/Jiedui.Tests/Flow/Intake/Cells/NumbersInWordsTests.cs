using CsCheck;
using Jiedui.Flow.Intake.Cells;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class NumbersInWordsTests
{
    [Theory]
    [InlineData("两", 2, 1)]
    [InlineData("十", 10, 10)]
    [InlineData("二十", 20, 10)]
    [InlineData("一百零五", 105, 1)]
    [InlineData("一百一十", 110, 10)]
    [InlineData("三千五", 3500, 100)]
    [InlineData("三千零五", 3005, 1)]
    [InlineData("三千零五十", 3050, 10)]
    [InlineData("三千五百", 3500, 100)]
    [InlineData("三万五", 35000, 1000)]
    [InlineData("十二万三千", 123000, 1000)]
    [InlineData("一亿二", 120000000, 10000000)]
    [InlineData("一万亿", 1000000000000, 1000000000000)]
    [InlineData("廿八", 28, 1)]
    [InlineData("卅", 30, 10)]
    [InlineData("壹佰贰拾叁", 123, 1)]
    [InlineData("二〇二〇", 2020, 10)]
    [InlineData("零", 0, 0)]
    public void Are_read(string text, long value, long step)
    {
        Assert.True(ChineseNumeral.TryRead(text, out var read, out var place));
        Assert.Equal((value, step), (read, place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("三四")]
    [InlineData("二三十")]
    [InlineData("百")]
    [InlineData("千")]
    [InlineData("两十")]
    [InlineData("十百")]
    [InlineData("三百五万")]
    [InlineData("一百零")]
    [InlineData("两千零五百")]
    [InlineData("一亿亿")]
    [InlineData("三亿五万亿")]
    [InlineData("一万万")]
    [InlineData("半")]
    [InlineData("三百人")]
    public void Are_not_read_where_they_are_none(string text) => Assert.False(ChineseNumeral.TryRead(text, out _, out _));

    [Fact]
    public void Every_number_reads_back() => Gen.Long[0, 999_999_999_999].Sample(
        number => ChineseNumeral.TryRead(InWords.Of(number), out var read, out _) && read == number);

    [Fact]
    public void Small_numbers_read_back_every_one()
    {
        for (var number = 0L; number <= 20_000; number++)
            Assert.True(ChineseNumeral.TryRead(InWords.Of(number), out var read, out _) && read == number, InWords.Of(number));
    }
}
