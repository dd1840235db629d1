using System.Globalization;
using System.Text;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>What widely used tools got wrong with such ledgers.</summary>
public sealed class MistakesOfOthersTests : IDisposable
{
    private static readonly object?[] Header = ["姓名", "性别", "身份证号", "联系电话", "户籍镇", "现月收入", "意愿", "摸排方式", "摸排日期"];

    private readonly Installation office = Installation.WithCaseUnits();

    public void Dispose() => office.Dispose();

    [Fact]
    public void A_letter_that_lies_across_two_buffers_of_a_csv_stays_whole()
    {
        // Every residue of the bytes before it, so that 男 falls across any buffer's end, in both encodings.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.GetEncoding("GB18030") })
        {
            using var fresh = Installation.WithCaseUnits();
            var text = new StringBuilder(string.Join(',', Header)).Append('\n');
            for (var row = 0; row < 3000; row++)
                text.Append(CultureInfo.InvariantCulture, $"{new string('甲', 2 + row % 3)},男{new string('x', row % 2)},{Id(row)},,棣花镇,3500,转岗,电话,2020-06-18\n");
            var report = fresh.Import(Write("名册.csv", encoding.GetBytes(text.ToString())));
            Assert.Equal((3000, 0), Counts(report));
            Assert.All(fresh.Records("labour.workers"), record => Assert.Equal('男', ((string)record.Row[Find("性别")]!)[0]));
        }
    }

    [Fact]
    public void Numbers_whose_sum_no_machine_word_holds_come_back_row_by_row()
    {
        var lines = Enumerable.Range(1, 11).Select(day => $"2020-03-{day:00},春风行动,现场招聘会,丹凤县人社局,900000000000000000").Prepend("日期,活动名称,形式,主办单位,进场人数");
        var report = office.Import(Write("招聘活动.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.Equal(11, Findings(report).Count(finding => finding.Code == "number.too-large"));
        Assert.Equal(0, office.Count("labour_fairs"));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void All_rows_of_a_long_sheet_are_imported()
    {
        var report = Import(Enumerable.Range(0, 5000).Select(row => Row(Id(row))));
        Assert.Equal((5000, 0), Counts(report));
        Assert.Equal(5000, office.Figure("labour.surveyed").Value);
    }

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025年2月30日")]
    [InlineData("2025.2.29")]
    [InlineData("20250431")]
    public void A_day_that_does_not_exist_is_not_moved_to_the_next_month(string day)
    {
        var report = Import([Row(Id(1)), Row(Id(2), date: day)]);
        Assert.Equal((1, 1), Counts(report));
        Assert.Equal("I3", Assert.Single(Findings(report)).Cell);
    }

    [Fact]
    public void A_number_in_words_is_counted_as_the_number_it_says()
    {
        Import([Row(Id(1), wage: "三千五"), Row(Id(2), wage: "3,500.00元"), Row(Id(3), wage: "０.３５万元")]);
        Assert.All(office.Records("labour.workers"), record => Assert.Equal("3500", Sample.Show(Find("现月收入"), record.Row[Find("现月收入")])));
    }

    [Fact]
    public void One_bad_row_does_not_lose_the_good_ones_and_is_named_rightly()
    {
        var id = Id(500);
        var report = Import(Enumerable.Range(0, 1000).Select(row => row == 500 ? Row(id[..17] + (id[17] == '1' ? '2' : '1'), name: "欧阳不测", phone: "14098765432") : Row(Id(row))));
        Assert.Equal((999, 1), Counts(report));
        Assert.Equal(2, report.ExitCode);
        var finding = Assert.Single(Findings(report));
        Assert.Equal(("C502", "身份证号", "id.check-digit", Severity.Blocks), (finding.Cell, finding.Column, finding.Code, finding.Severity));
        Assert.DoesNotContain("欧阳不测", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("14098765432", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(id[..12], finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once()
    {
        var report = Import([Row(Id(1)[..15], name: null, town: "无名镇", wish: "不知道", wage: "很多", date: "2020-13-01")]);
        Assert.Equal((0, 1), Counts(report));
        Assert.Equal(["A2", "C2", "E2", "F2", "G2", "I2"], Findings(report).Where(finding => finding.Severity == Severity.Blocks).Select(finding => finding.Cell).Order());
        Assert.All(Findings(report), finding => Assert.NotEmpty(finding.Remedy));
    }

    [Fact]
    public void Every_wrong_check_digit_is_found()
    {
        var id = Id(7);
        Assert.All("0123456789X".Where(digit => digit != id[17]), digit => Assert.Equal((0, 1), Counts(Import([Row(id[..17] + digit)], $"{digit}.xlsx"))));
        Assert.Empty(office.Records("labour.workers"));
    }

    [Fact]
    public void Asking_again_after_a_lost_answer_stores_nothing_twice()
    {
        var file = Save([Row(Id(1)), Row(Id(2))], "名册.xlsx");
        Assert.Equal(0, office.Import(file).ExitCode);
        var again = office.Import(file);
        Assert.Equal((2, 0), (again.Files[0].Sheets[0].Unchanged, again.ExitCode));
        Assert.Equal(2, office.Records("labour.workers").Count);
    }

    [Fact]
    public void Two_contradicting_rows_of_one_key_name_each_other()
    {
        var report = Import([Row(Id(1), wage: "3000"), Row(Id(1), wage: "3000"), Row(Id(1), wage: "4000")]);
        Assert.Equal((1, 1, 1), (Sheet(report).Accepted, Sheet(report).Unchanged, Sheet(report).Rejected));
        var finding = Assert.Single(Findings(report));
        Assert.EndsWith("4", finding.Cell, StringComparison.Ordinal);
        Assert.Contains("第 2 行", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Id(1), finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_wish_moves_the_person_and_counts_them_once()
    {
        Import([Row(Id(1)), Row(Id(2)), Row(Id(1), date: "2020-07-01")]);
        Assert.Equal((2, 2, 3), Wishes());
        Import([Row(Id(1), wish: "返乡")], "更正.xlsx");
        // The second survey of July still wishes for another job.
        Assert.Equal((2, 2, 3), Wishes());
        Import([Row(Id(1), date: "2020-07-01", wish: "返乡")], "再更正.xlsx");
        Assert.Equal((2, 1, 3), Wishes());
        Assert.Equal(1, office.Figure("labour.wish_return").Value);
        Assert.Empty(office.Verify().Faults);

        (decimal?, decimal?, decimal?) Wishes() => (office.Figure("labour.surveyed").Value, office.Figure("labour.wish_change").Value, office.Figure("labour.surveys").Value);
    }

    [Fact]
    public void A_totals_row_that_does_not_add_up_is_told()
    {
        var file = new Xlsx().Sheet("研学活动",
            [["名称", "期次", "开始日期", "学生人数"], ["研学", "第一期", "2020-05-01", 70], ["研学", "第二期", "2020-08-10", "六十"], ["合计", null, null, 131]]).Save(office.Folder);
        var report = office.Import(file);
        Assert.Equal((2, 0), Counts(report));
        Assert.Equal(4, Sheet(report).Rows);
        Assert.Contains(Findings(report), finding => finding.Cell == "D4" && finding.Message.Contains("130", StringComparison.Ordinal));
    }

    [Fact]
    public void Strict_keeps_a_file_with_one_wrong_row_out_and_lets_the_others_in()
    {
        var wrong = Save([Row(Id(1)), Row("123")], "错.xlsx");
        var right = Save([Row(Id(2))], "对.xlsx");
        var report = office.Import(new ImportOptions { Strict = true }, wrong, right);
        Assert.Equal([true, false], report.Files.Select(file => file.IsKeptOut));
        Assert.Equal(2, report.ExitCode);
        Assert.Equal(["对.xlsx"], office.Records("labour.workers").Select(record => record.Source.File));
        Assert.Equal(1, office.Import(new ImportOptions { Strict = true }, wrong).ExitCode);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void No_old_file_brings_back_who_was_erased_since_and_a_new_one_does_not_so_unnoticed()
    {
        object?[] first = Row(Id(1)), completed = Row(Id(1), phone: "13891234567");
        Import([first]);
        Import([completed]);
        var persons = new Jiedui.Flow.Persons.Persons(office.Database, Article.Catalogue);
        persons.Erase(office.Partnership, persons.Find(office.Partnership, Id(1)).Select(one => (one.Ledger, one.Record)), "本人要求", "李四");
        foreach (var old in (object?[][])[first, completed])
        {
            Assert.Equal(1, Sheet(Import([old])).Unchanged);
            Assert.Empty(persons.Find(office.Partnership, Id(1)));
        }
        var again = Import([Row(Id(1), phone: "13891234568")]);
        Assert.Equal(1, Sheet(again).Corrected);
        Assert.Equal("C2", Assert.Single(Findings(again), finding => finding.Code == "person.again").Cell);
        Assert.Empty(office.Verify().Faults);
    }

    /// <summary>What was read of a file that is given up is in no book: nothing behind it may be taken for the same, or held against it.</summary>
    [Theory]
    [InlineData("转岗")]
    [InlineData("返乡")]
    public void Rows_of_a_file_that_is_kept_out_stand_in_the_way_of_no_other(string wish)
    {
        var wrong = Save([Row(Id(1)), Row("123")], "错.xlsx");
        var mended = Save([Row(Id(1), wish: wish), Row(Id(2))], "改.xlsx");
        var report = office.Import(new ImportOptions { Strict = true }, wrong, mended);
        Assert.Equal((2, 0, 0, 0), report.Files[1].Sheets.Select(sheet => (sheet.Accepted, sheet.Unchanged, sheet.Corrected, sheet.Rejected)).Single());
        Assert.Equal(2, office.Records("labour.workers").Count());
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void Rows_of_a_file_that_breaks_off_stand_in_the_way_of_no_other()
    {
        var rows = Enumerable.Range(1, 2000).Select(number => Row(Id(number))).ToList();
        var whole = Save(rows, "全.xlsx");
        var lines = rows.Prepend(Header).Select(row => string.Join(',', row)).Append(new string('长', 70_000));
        var report = office.Import(Write("断.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines))), whole);
        Assert.Equal([false, true], report.Files.Select(file => file.Refusal is null));
        Assert.Equal(rows.Count, report.Files[1].Sheets.Single().Accepted);
        Assert.Equal(rows.Count, office.Records("labour.workers").Count());
    }

    [Fact]
    public void An_unreadable_file_among_others_is_told_and_the_others_are_stored()
    {
        var report = office.Import(Save([Row(Id(1))], "好.xlsx"), Write("坏.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 1, 2]), Path.Combine(office.Folder, "没有.xlsx"));
        Assert.Equal([true, false, false], report.Files.Select(file => file.Refusal is null));
        Assert.Equal(2, report.ExitCode);
        Assert.Single(office.Records("labour.workers"));
    }

    [Fact]
    public void A_person_surveyed_on_two_days_is_one_person_and_two_surveys()
    {
        Import([Row(Id(1)), Row(Id(1), date: "2020-08-01")]);
        Assert.Equal((1m, 2m), (office.Figure("labour.surveyed").Value, office.Figure("labour.surveys").Value));
    }

    private static string Id(int number) => Sample.IdNumber(number);

    private static object?[] Row(string id, string? name = "张三", string? phone = null, string town = "棣花镇", object? wage = null, string wish = "转岗", string date = "2020-06-18") =>
        [name, null, id, phone, town, wage ?? 3500, wish, "电话", date];

    private static Column Find(string column) => Ledgers.Of("labour.workers").Find(column)!;

    private static SheetReport Sheet(ImportReport report) => report.Files.Single().Sheets.Single();

    private static (int Accepted, int Rejected) Counts(ImportReport report) => (Sheet(report).Accepted, Sheet(report).Rejected);

    private static IReadOnlyList<Finding> Findings(ImportReport report) => Sheet(report).Findings;

    private ImportReport Import(IEnumerable<object?[]> rows, string file = "名册.xlsx") => office.Import(Save(rows, file));

    private string Save(IEnumerable<object?[]> rows, string file) => new Xlsx().Sheet("劳动力摸排名册", rows.Prepend(Header)).Save(office.Folder, file);

    private string Write(string file, byte[] bytes)
    {
        var path = Path.Combine(office.Folder, file);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
