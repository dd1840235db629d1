using Jiedui.Access.Auditing;
using Jiedui.Bench.Matching;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Matching;

/// <summary>The real case: 10,844 people, 3,410 posts and 8 to 12 reserved ones.</summary>
[Collection(ImportedCaseCollection.Name)]
public sealed class CaseMatchTests(ImportedCase imported)
{
    [Fact]
    public void The_case_comes_out_within_a_thousandth_of_the_optimum_and_the_bound_says_so()
    {
        var office = imported.Office;
        var book = new LedgerBook(office.Connection, office.Database.Vault);
        var profiles = new Profiles(Article.Catalogue.Matching!);
        foreach (var record in book.AllByNumber(Article.Catalogue.Matching!.Openings.Ledger, new Reach(office.Partnership)))
            profiles.AddOpening(record.Id, record.Row);
        foreach (var record in book.AllByNumber(Article.Catalogue.Matching!.People.Ledger, new Reach(office.Partnership)))
            profiles.AddPerson(record.Id, record.Row);
        profiles.Close();
        var market = new CandidateSearch(profiles).Find();
        var assignment = Auction.Solve(market);
        Markets.AssertSound(market, assignment);
        var optimum = FlowOracle.Optimum(market);
        Assert.InRange(optimum, assignment.Objective, assignment.Bound);
        Assert.True(optimum - assignment.Objective <= optimum / 1000, $"{assignment.Objective} of {optimum}");
    }

    [Fact]
    public void Every_proposal_of_the_case_is_explained_by_its_score()
    {
        var office = imported.Office;
        var result = new Matcher(new LedgerBook(office.Connection, office.Database.Vault), office.Database.Vault, Article.Catalogue.Matching!)
            .Run(new MatchRequest(office.Partnership, null, new DateOnly(2021, 12, 31)));
        Assert.Equal(3422, result.Places);
        Assert.InRange(result.Assigned, 3000, 3422);
        Assert.Equal(10_844, result.Workers + result.LeftOut.NoWish + result.LeftOut.Settled);
        Assert.Equal(result.Workers, result.Assigned + result.LeftOut.Taken + result.LeftOut.NoneFits + result.LeftOut.NoneWorth);
        var proposals = result.Proposals().ToList();
        Assert.Equal(result.Objective, proposals.Sum(proposal => (long)proposal.Score));
        Assert.All(proposals, proposal => Assert.True(proposal.Score == proposal.Reasons.Sum(reason => reason.Points) && proposal.Score > 0));
        Assert.Equal(proposals.Count, proposals.DistinctBy(proposal => proposal.Person).Count());
        Assert.InRange(result.Gap, 0, 0.001);
    }

    [Fact]
    public async Task The_command_prints_what_the_contract_says_and_writes_a_masked_list()
    {
        using var office = imported.Copy();
        var file = Path.Combine(office.Folder, "推荐.xlsx");
        var run = await CommandRun.Of(office, "match", "--out", file, "--json");
        Assert.True(run.Code == 0, run.Errors);
        var assigned = run.Json.GetProperty("assigned").GetInt32();
        Assert.Equal(3422, run.Json.GetProperty("vacancies").GetInt64());
        Assert.True(run.Json.GetProperty("bound").GetInt64() >= run.Json.GetProperty("objective").GetInt64() && run.Json.GetProperty("seconds").GetDouble() > 0);
        Assert.InRange(assigned, 1, run.Json.GetProperty("workers").GetInt32());
        var rows = RowsOf(file);
        Assert.Equal(["姓名", "身份证号", "联系电话", "户籍镇", "户籍村", "意愿", "企业", "岗位", "月薪", "工作地点", "招聘活动", "得分", "理由"], rows[0]);
        Assert.Equal(assigned + 1, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.True(row[0].EndsWith("**", StringComparison.Ordinal) && row[1].Contains("****", StringComparison.Ordinal)));
        Assert.Equal("人岗匹配", Assert.Single(new AuditLog(office.Database).Find(new AuditQuery { Act = AuditAct.Export }).Entries).About);

        var clear = await CommandRun.Of(office, "match", "--fair", "金秋送岗进丹凤招聘会", "--out", Path.Combine(office.Folder, "明文.csv"), "--clear", "--json");
        Assert.True(clear.Code == 0, clear.Errors);
        Assert.Equal(1153, clear.Json.GetProperty("vacancies").GetInt64());
        Assert.Matches("6199\\d{13}[\\dX]", File.ReadLines(Path.Combine(office.Folder, "明文.csv")).ElementAt(1));
        Assert.Single(new AuditLog(office.Database).Find(new AuditQuery { Act = AuditAct.ExportClear }).Entries);
    }

    [Theory]
    [InlineData("相近的有：金秋送岗进丹凤招聘会", "match", "--fair", "金秋送岗招聘会")]
    [InlineData("只能写成 .xlsx 或 .csv", "match", "--out", "名单.docx")]
    [InlineData("请同时写 --out", "match", "--clear")]
    public async Task What_cannot_be_done_is_said_clearly(string told, params string[] arguments)
    {
        var run = await CommandRun.Of(imported.Office, arguments);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Errors, StringComparison.Ordinal);
    }

    private static List<string[]> RowsOf(string file)
    {
        using var workbook = Workbook.Open(file);
        return [.. workbook.Sheets.Single().Rows().Select(row => row.Cells.Select(cell => cell.Text ?? "").ToArray())];
    }
}
