using Jiedui.Flow.Importing;
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
}
