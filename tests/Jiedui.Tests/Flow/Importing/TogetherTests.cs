using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Importing;

public sealed class TogetherTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_same_file_sent_twice_at_the_same_moment_is_stored_once()
    {
        var file = Case.Ledger("05 三项扶持台账.xlsx");
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Import(file), TestContext.Current.CancellationToken)));
        var sheets = reports.SelectMany(report => report.Files).SelectMany(one => one.Sheets).ToList();
        Assert.Equal(sheets.Sum(sheet => sheet.Accepted) * 3, sheets.Sum(sheet => sheet.Unchanged));
        Assert.Equal(92_500, office.Figure("society.donation_value").Value);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public async Task Different_files_sent_at_the_same_moment_all_go_in()
    {
        string[] files = ["01 三项机制台账.xlsx", "03 劳务协作台账.xlsx", "04 消费帮扶台账.xlsx", "05 三项扶持台账.xlsx"];
        var reports = await Task.WhenAll(files.Select(file => Task.Run(() => office.Import(Case.Ledger(file)), TestContext.Current.CancellationToken)));
        Assert.All(reports, report => Assert.Equal(0, report.ExitCode));
        Assert.Equal(4, reports.Select(report => report.Batch).Distinct().Count());
        Assert.Equal((3m, 7_000_000m, 92_500m), (office.Figure("labour.job_fairs").Value, office.Figure("consumption.contract_amount").Value, office.Figure("society.donation_value").Value));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void A_file_that_tells_fewer_columns_leaves_the_others_as_they_were()
    {
        office.Import(new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数", "行程"], ["研学", "第一期", "2020-05-01", 30, "城墙"]]).Save(office.Folder));
        var sheet = office.Import(new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], ["研学", "第一期", "2020-05-01", 35]]).Save(office.Folder, "更正.xlsx")).Files[0].Sheets[0];
        Assert.Equal(1, sheet.Corrected);
        Assert.Equal("城墙", Assert.Single(office.Records("talent.study_tours")).Row[Ledgers.Of("talent.study_tours").Find("行程")!]);
        Assert.Equal(35, office.Figure("talent.study_tour_pupils").Value);
    }

    [Fact]
    public void A_file_without_a_column_that_no_ledger_knows_leaves_it_as_it_was()
    {
        object?[] header = ["名称", "期次", "开始日期", "学生人数"], row = ["研学", "第一期", "2020-05-01", 30];
        office.Import(new Xlsx().Sheet("研学活动", [[.. header, "包抓领导意见"], [.. row, "同意"]]).Save(office.Folder));
        var sheet = office.Import(new Xlsx().Sheet("研学活动", [header, row]).Save(office.Folder, "再.xlsx")).Files[0].Sheets[0];
        Assert.Equal((1, 0), (sheet.Unchanged, sheet.Corrected));
        Assert.Equal("同意", Assert.Single(office.Records("talent.study_tours")).Row.Extras["包抓领导意见"]);

        // One that has the column, and nothing in it, tells of it.
        Assert.Equal(1, office.Import(new Xlsx().Sheet("研学活动", [[.. header, "包抓领导意见"], row]).Save(office.Folder, "空.xlsx")).Files[0].Sheets[0].Corrected);
        Assert.Empty(Assert.Single(office.Records("talent.study_tours")).Row.Extras);
    }

    [Fact]
    public void A_row_that_is_filled_up_is_known_by_the_key_that_it_has_then()
    {
        object?[] fair = ["招聘活动", "企业", "岗位", "类别", "人数", "工作地点", "发布日期"];
        object?[] wage = ["企业", "岗位", "类别", "人数", "月薪", "工作地点", "发布日期"];
        object?[] both = ["招聘活动", .. wage];
        SheetReport Sheet(object?[] header, params object?[] row) => office.Import(new Xlsx().Sheet("招聘岗位", [header, row]).Save(office.Folder)).Files[0].Sheets[0];
        Assert.Equal(1, Sheet(fair, "春风行动", "甲公司", "保安", "普通", 10, "西安", "2020-05-01").Accepted);
        Assert.Equal(1, Sheet(wage, "甲公司", "保安", "普通", 10, 3500, "西安", "2020-05-01").Corrected);
        Assert.Equal(1, Sheet(both, "春风行动", "甲公司", "保安", "普通", 10, 3500, "西安", "2020-05-01").Unchanged);
        Assert.Equal(10, office.Figure("labour.jobs_offered").Value);

        // Now two that are not the same yet, and the second is filled up to be the first.
        Assert.Equal(1, Sheet(fair, "春风行动", "甲公司", "保安", "普通", 12, "西安", "2020-05-02").Accepted);
        Assert.Equal(1, Sheet(both, "春风行动", "甲公司", "保安", "普通", 12, 3600, "西安", "2020-05-03").Accepted);
        var contradicting = Sheet(wage, "甲公司", "保安", "普通", 12, 3600, "西安", "2020-05-02");
        Assert.Equal(1, contradicting.Rejected);
        Assert.Equal("row.contradicts", Assert.Single(contradicting.Findings, finding => finding.Severity == Declaring.Severity.Blocks).Code);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void What_a_sheet_does_not_tell_of_a_partnership_stays_and_a_row_that_comes_back_changes_none()
    {
        using var empty = new Installation();
        SheetReport Sheet(params object?[][] rows) => empty.Import(new Xlsx().Sheet("帮扶关系", rows).Save(empty.Folder)).Files[0].Sheets[0];
        Sheet(["帮扶方", "受帮扶方", "起始日期", "截止日期"], ["江宁区", "商州区", "2019-05-01", "2020-12-31"]);
        Assert.Equal(1, Sheet(["帮扶方", "受帮扶方", "起始日期"], ["江宁区", "商州区", "2019-05-01"]).Unchanged);
        Assert.Equal(new DateOnly(2020, 12, 31), empty.All[0].To);
        var sheet = Sheet(["帮扶方", "受帮扶方", "起始日期"], ["江宁区", "商州区", "2019-05-01"], ["江宁区", "商州区", "2021-01-01"]);
        Assert.Equal((1, 1), (sheet.Unchanged, sheet.Rejected));
        Assert.Equal(new DateOnly(2019, 5, 1), empty.All[0].From);
        Assert.Equal(1, Sheet(["帮扶方", "受帮扶方", "起始日期"], ["江宁区", "商州区", "2019-06-01"]).Corrected);
        Assert.Equal((new DateOnly(2019, 6, 1), new DateOnly(2020, 12, 31)), (empty.All[0].From, empty.All[0].To));
    }

    [Theory]
    [InlineData("C2", 1, 0, 0)]
    [InlineData("C1", 0, 0, 1)]
    public void A_row_whose_code_is_taken_stands_in_the_way_of_no_other(string code, int accepted, int unchanged, int rejected)
    {
        office.Import(Units("一.xlsx", ["测试一校", "学校", "C1", "棣花镇", "受帮扶方"]));
        var report = office.Import(Units("错.xlsx", ["测试二校", "学校", "C1", "棣花镇", "受帮扶方"]), Units("改.xlsx", ["测试二校", "学校", code, "棣花镇", "受帮扶方"]));
        Assert.Equal(1, report.Files[0].Sheets[0].Rejected);
        var sheet = report.Files[1].Sheets[0];
        Assert.Equal((accepted, unchanged, rejected), (sheet.Accepted, sheet.Unchanged, sheet.Rejected));
    }

    [Fact]
    public void A_row_that_comes_back_changes_no_unit()
    {
        office.Import(Units("一.xlsx", ["测试一校", "学校", "C1", "棣花镇", "受帮扶方"], ["测试二校", "学校", "C2", "棣花镇", "受帮扶方"]));
        var sheet = office.Import(Units("二.xlsx", ["测试二校", "学校", "C1", "棣花镇", "帮扶方"], ["二校食堂", "机构", null, "测试二校", "受帮扶方"])).Files[0].Sheets[0];
        Assert.Equal((1, 1), (sheet.Accepted, sheet.Rejected));
        var unit = UnitRegistry.Load(office.Connection, office.Partnership).Named("测试二校").Single();
        Assert.Equal(("C2", Side.Receiver), (unit.Code, unit.Side));
    }

    [Fact]
    public void Only_what_both_sides_confirmed_counts_where_that_is_asked()
    {
        object?[] header = ["名称", "期次", "开始日期", "学生人数", "帮扶方确认", "受帮扶方确认"];
        office.Import(new Xlsx().Sheet("研学活动",
            [header, ["研学", "第一期", "2020-05-01", 30, "是", "是"], ["研学", "第二期", "2020-06-01", 40, "是", "否"], ["研学", "第三期", "2020-07-01", 50, null, "是"]]).Save(office.Folder));
        Assert.Equal(120, office.Figure("talent.study_tour_pupils").Value);
        Assert.Equal(30, office.Figure("talent.study_tour_pupils", query => query with { ConfirmedOnly = true }).Value);
    }

    [Fact]
    public void A_strict_import_that_keeps_its_only_file_out_leaves_nothing_behind()
    {
        var before = office.Contents();
        var report = office.Import(
            new ImportOptions { Strict = true },
            new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], ["研学", "第一期", "2020-05-01", 30], ["研学", "第二期", "2020-02-30", 30]]).Save(office.Folder));
        Assert.Equal((1, null), (report.ExitCode, report.Batch));
        Assert.Equal(before, office.Contents());
    }

    [Fact]
    public void A_partnership_of_a_file_that_is_kept_out_is_nobodys_to_enter_for()
    {
        using var empty = new Installation();
        var founding = new Xlsx().Sheet("帮扶关系", [["帮扶方", "受帮扶方", "起始日期"], ["江宁区", "商州区", "2019-05-01"], ["江宁区", "", "2019-02-30"]]).Save(empty.Folder, "关系.xlsx");
        var report = empty.Import(new ImportOptions { Strict = true }, founding, Case.Ledger("05 三项扶持台账.xlsx"));
        Assert.True(report.Files[0].IsKeptOut);
        Assert.Contains("帮扶关系", report.Files[1].Refusal!.Message, StringComparison.Ordinal);
        Assert.Null(report.Batch);
    }

    [Fact]
    public void Without_a_partnership_an_import_says_what_to_do_first()
    {
        using var empty = new Installation();
        var before = empty.Contents();
        var report = empty.Import(Case.Ledger("05 三项扶持台账.xlsx"));
        Assert.Contains("帮扶关系", report.Files.Single().Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(1, report.ExitCode);
        Assert.Equal(before, empty.Contents());
    }

    [Fact]
    public void Ranges_add_end_by_end()
    {
        object?[] header = ["招聘活动", "企业", "岗位", "类别", "人数", "工作地点", "发布日期"];
        office.Import(new Xlsx().Sheet("岗位",
            [header, ["春风行动", "甲公司", "保安", "特招", "8-12", "西安", "2020-05-01"], ["春风行动", "乙公司", "保洁", "特招", 3, "西安", "2020-05-01"]]).Save(office.Folder));
        var figure = office.Figure("labour.reserved_jobs");
        Assert.Equal((null, 11m, 15m), (figure.Value, figure.Low, figure.High));
    }

    private string Units(string file, params object?[][] rows) =>
        new Xlsx().Sheet("单位名录", [["名称", "类别", "代码", "上级", "所属方"], .. rows]).Save(office.Folder, file);
}
