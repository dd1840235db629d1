using System.Globalization;
using CsCheck;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Cells;

public class EveryKindTests
{
    private const string Stuff = "0123456789.,-/~年月日号元万亿千百十余多约至到人户%一二两零〇 　，。（）()'\"Xx无同上成来几半#E+:T每月薪\n\u200B８－不低于以上";

    private static readonly IReadOnlyList<Column> Columns = [.. Enum.GetValues<ColumnKind>().Select(Of)];

    private static readonly Column Money = Of(ColumnKind.Money);

    private static readonly Gen<string> Garbage = Gen.OneOf(Gen.Char[Stuff].Array[0, 14].Select(letters => new string(letters)), Gen.String);

    [Fact]
    public void Garbage_never_throws_and_is_a_value_or_a_fault_not_both() => Gen.Select(Gen.OneOfConst([.. Columns]), Garbage, Gen.OneOfConst("", "万元", "%", "?"))
        .Sample((column, text, header) => Reading.Of(column, text, header) is { Value: null } or { Fault: null }, iter: 20_000);

    [Fact]
    public void Any_float_never_throws() => Gen.Select(Gen.OneOfConst([.. Columns]), Gen.Double, Gen.Enum<RawKind>()).Sample((column, number, kind) =>
        Reading.Reader.Read(column, new RawCell(0, kind, number.ToString(CultureInfo.InvariantCulture), number), "", []) is { Value: null } or { Fault: null });

    [Fact]
    public void Values_have_the_type_of_their_kind() => Gen.Select(Gen.OneOfConst([.. Columns]), Garbage).Sample((column, text) =>
        Reading.Of(column, text).Value is not { } value || CellText.Of(value) is not null);

    [Fact]
    public void Messages_are_complete_sentences_without_the_value() => Gen.Select(Gen.OneOfConst([.. Columns]), Gen.Char["甲乙丙丁戊己"].Array[4, 8]).Sample((column, letters) =>
        Reading.Of(column, new string(letters)).Fault is not { } fault
        || (fault is { Code.Length: > 0, Message.Length: > 0, Remedy.Length: > 0 } && !(fault.Message + fault.Remedy).Contains(new string(letters), StringComparison.Ordinal)));

    [Fact]
    public void A_sum_reads_back_from_any_notation() => Gen.Select(Gen.Long[0, 99_999_999_999], Gen.OneOfConst([.. Notations])).Sample((fen, notation) =>
        Reading.Of(Money, notation(fen), notation == Notations[2] ? "万元" : "元").Value is Amount amount && amount == Amount.Exactly(fen));

    [Fact]
    public void A_whole_sum_reads_back_from_words() => Gen.Long[0, 9_999_999_999].Sample(
        yuan => Reading.Of(Money, InWords.Of(yuan) + "元").Value is Amount amount && amount == Amount.Exactly(yuan * 100));

    [Fact]
    public void A_day_reads_back_from_any_notation() => Gen.Select(Gen.Int[17_899, 73_000], Gen.OneOfConst("yyyy-MM-dd", "yyyy.M.d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日")).Sample((serial, format) =>
    {
        var day = new DateOnly(1899, 12, 30).AddDays(serial);
        var expected = PartialDate.Of(day);
        return expected.Equals(Reading.Serial(Of(ColumnKind.Date), serial).Value)
            && expected.Equals(Reading.Of(Of(ColumnKind.Date), day.ToString(format, CultureInfo.InvariantCulture)).Value);
    });

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("zh-CN")]
    public void The_machine_s_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Amount.Exactly(285_000_050), Reading.Of(Money, "2,850,000.50").Value);
            Assert.Equal(Amount.Exactly(3_600_000), Reading.Of(Money, 3.5999999999999996, "万元").Value);
            Assert.Equal(PartialDate.Parse("2020-05-08"), Reading.Of(Of(ColumnKind.Date), "2020.5.8").Value);
            Assert.Equal(PartialDate.Parse("2020-05"), Reading.Of(Of(ColumnKind.Date), 2020.5).Value);
            Assert.Equal("11010519491231002X", Reading.Of(Of(ColumnKind.IdNumber), "11010519491231002x").Value);
            Assert.Equal(true, Reading.Of(Of(ColumnKind.Flag), "yes").Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Func<long, string>[] Notations { get; } =
    [
        fen => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        fen => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) + "元",
        fen => (fen / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture),
        fen => (fen / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture) + "万元",
        fen => string.Concat((fen / 100m).ToString("0.00", CultureInfo.InvariantCulture).Select(letter => (char)(letter + '０' - '0'))),
        fen => "￥ " + (fen / 100m).ToString("#,##0.##", CultureInfo.InvariantCulture),
    ];

    private static Column Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => new TextColumn(kind, "文本"),
        ColumnKind.List => new ListColumn("清单"),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => new DateColumn(kind, "日期"),
        ColumnKind.Count => new QuantityColumn<People>(kind, "人数", "人"),
        ColumnKind.Decimal => new QuantityColumn<Area>(kind, "面积", "亩"),
        ColumnKind.Money => new QuantityColumn<Money>(kind, "金额", "元"),
        ColumnKind.Percent => new QuantityColumn<Percent>(kind, "比例", "%"),
        ColumnKind.Choice => new ChoiceColumn("选项", ["线上", "线下"], isOpen: false),
        ColumnKind.Unit or ColumnKind.Organisation => new UnitColumn(kind, "单位"),
        ColumnKind.Flag => new FlagColumn("是否"),
    };
}
