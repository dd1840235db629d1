using CsCheck;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class CodeCellTests
{
    private static readonly Column Id = new TextColumn(ColumnKind.IdNumber, "身份证号").Personal();
    private static readonly Column Code = new TextColumn(ColumnKind.Uscc, "统一社会信用代码");
    private static readonly Column Phone = new TextColumn(ColumnKind.Phone, "电话").Personal();

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData(" 11010519491231002x")]
    [InlineData("'11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105 19491231 002X")]
    public void An_id_number_is_read(string text) => Assert.Equal("11010519491231002X", Reading.Of(Id, text).Value);

    [Theory]
    [InlineData("110105194912310021", "id.check-digit")]
    [InlineData("11010519491331002X", "id.birth-date")]
    [InlineData("110105490031002", "id.old-number")]
    [InlineData("1101051949123100", "id.length")]
    [InlineData("11010519491231X02X", "id.shape")]
    [InlineData("6.1991E+17", "id.digits-lost")]
    public void A_wrong_id_number_is_sent_back(string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Id, text)));

    [Fact]
    public void An_id_number_that_became_a_float_has_lost_its_end()
    {
        var fault = Reading.Of(Id, 110105194912310021d).Fault!;
        Assert.Equal("id.digits-lost", fault.Code);
        Assert.Contains("末三位已丢失", fault.Message, StringComparison.Ordinal);
        Assert.Equal("id.old-number", Reading.Code(Reading.Of(Id, 110105491231002d)));
    }

    [Fact]
    public void Any_digit_changed_is_noticed() => Gen.Select(Gen.Int[0, 16], Gen.Int[1, 9]).Sample((place, shift) =>
    {
        var changed = "11010519491231002X".ToCharArray();
        changed[place] = (char)('0' + (changed[place] - '0' + shift) % 10);
        return !IdNumber.IsValid(new string(changed));
    });

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("11320000MB151840XJ", true)]
    [InlineData("91350100M000100Y4Z", false)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100O43", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("", false)]
    public void Credit_codes_keep_their_standard(string code, bool isValid) => Assert.Equal(isValid, Uscc.IsValid(code));

    [Theory]
    [InlineData("91350100M000100Y4Z", "uscc.character")]
    [InlineData("91350100M000100Y44", "uscc.check-digit")]
    [InlineData("91350100", "uscc.length")]
    public void A_wrong_credit_code_is_sent_back(string text, string code) => Assert.Equal(code, Reading.Code(Reading.Of(Code, text)));

    [Fact]
    public void A_credit_code_is_read_in_any_case() => Assert.Equal("91350100M000100Y43", Reading.Of(Code, " 91350100m000100y43 ").Value);

    [Theory]
    [InlineData("14063094283", "14063094283")]
    [InlineData("140-6309-4283", "14063094283")]
    [InlineData("+86 140 6309 4283", "14063094283")]
    [InlineData("020-83387877", "020-83387877")]
    [InlineData("(020)83387877", "020-83387877")]
    [InlineData("020-83387877、020-83387878", "020-83387877、020-83387878")]
    [InlineData("14063094283/020-83387878", "14063094283、020-83387878")]
    [InlineData("14063094283\n14063094284", "14063094283、14063094284")]
    public void A_phone_number_is_read(string text, string expected)
    {
        Assert.Equal(expected, Reading.Of(Phone, text).Value);
        Assert.Null(Reading.Of(Phone, text).Note);
    }

    [Fact]
    public void A_phone_number_may_be_a_float() => Assert.Equal("14063094283", Reading.Of(Phone, 14063094283d).Value);

    [Fact]
    public void A_doubtful_phone_number_is_kept_and_warned_of()
    {
        var reading = Reading.Of(Phone, "1406309428");
        Assert.Equal("1406309428", reading.Value);
        Assert.Equal(Severity.Warns, reading.Note!.Severity);
    }
}
