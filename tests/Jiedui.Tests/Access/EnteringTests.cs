using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Access;

/// <summary>What somebody may enter, correct and withdraw ends where his eyes end; what everything hangs on is the office's.</summary>
public sealed class EnteringTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    [Fact]
    public async Task A_row_of_another_unit_comes_back_and_says_whose_it_is()
    {
        var roster = counties.Roster("两镇.xlsx", ("棣花镇", TwoCounties.Id("61992619790101105"), "周全", ""), ("商镇", TwoCounties.Id("61992619790101106"), "吴限", ""));
        var (status, text, _) = await counties.Import(counties.Of(Role.Clerk, ofUnit: true), roster, "?dryRun=true");
        Assert.Equal(200, status);
        Assert.Contains("access.other_unit", text, StringComparison.Ordinal);
        Assert.Contains("“商镇”", text, StringComparison.Ordinal);
        Assert.Contains("“棣花镇”", text, StringComparison.Ordinal);
        Assert.Contains("\"accepted\":1", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"rejected\":1", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_another_unit_is_not_corrected_into_ones_own()
    {
        // The same person on the same day, now said to live in 棣花镇.
        var stolen = counties.Roster("改户籍.xlsx", ("棣花镇", TwoCounties.Id("61992619850102352"), "林安", "挪过来"));
        var sheet = Import(counties.Of(Role.Clerk, ofUnit: true), stolen);
        Assert.Equal((0, 1), (sheet.Accepted + sheet.Corrected + sheet.Unchanged, sheet.Rejected));
        Assert.Equal("access.other_unit", Assert.Single(sheet.Findings).Code);
        Assert.Equal(1, Import(counties.Of(Role.Clerk), stolen).Corrected);
    }

    [Fact]
    public void Units_households_and_partnerships_are_the_offices_to_enter()
    {
        var units = new Xlsx().Sheet("单位名录", [["名称", "类别", "上级", "所属方"], ["新设镇", "乡镇", "丹凤县", "受帮扶方"]]).Save(counties.Office.Folder, "新单位.xlsx");
        var clerk = Import(counties.Of(Role.Clerk), units);
        Assert.Equal(("access.registry", 1, 0), (Assert.Single(clerk.Findings).Code, clerk.Rejected, clerk.Accepted));
        // Who is bound to a unit may not redraw its bounds, whatever his role.
        Assert.Equal(1, Import(counties.Of(Role.Office, ofUnit: true), units).Rejected);
        Assert.Equal(1, Import(counties.Of(Role.Office), units).Accepted);
    }

    [Fact]
    public void An_office_founds_no_partnership_but_its_own()
    {
        var sheet = Import(counties.Of(Role.Office), Pair("东城区", "西山县"));
        Assert.Equal(("access.registry", 1), (Assert.Single(sheet.Findings).Code, sheet.Rejected));
        Assert.DoesNotContain(counties.Office.All, one => one.Giver == "东城区");
        Assert.Equal(0, Import(counties.Of(Role.Office), Pair("碑林区", "丹凤县")).Rejected);
        Assert.Equal(1, Import(new Actor("市级", Role.Office), Pair("东城区", "西山县")).Accepted);
    }

    [Fact]
    public async Task A_record_of_another_unit_is_not_withdrawn()
    {
        var clerk = counties.Of(Role.Clerk, ofUnit: true);
        var page = $"/ledgers/labour.workers/{counties.Records.Own}";
        Assert.Equal(404, (await counties.Post(clerk, $"/ledgers/labour.workers/{counties.Records.Others}/withdraw", page, ("reason", "试试"))).Status);
        var whole = new Reach(counties.Own);
        Assert.Null(new LedgerBook(counties.Office.Connection, counties.Office.Database.Vault).Versions(Article.Catalogue.Ledger("labour.workers")!, whole, counties.Records.Others)[0].Superseded);
        // The registry hangs together: a clerk withdraws nothing of it.
        Assert.Equal(403, (await counties.Post(counties.Of(Role.Clerk), "/ledgers/registry.units/1/withdraw", page, ("reason", "试试"))).Status);
    }

    [Fact]
    public async Task An_upload_is_its_senders_alone()
    {
        var clerk = counties.Of(Role.Clerk, ofUnit: true);
        var place = await counties.Upload(clerk, counties.Roster("只给自己.xlsx", ("棣花镇", TwoCounties.Id("61992619790101107"), "郑好", "")));
        var status = place.Split('?')[0] + "/status";
        Assert.Equal(200, (await counties.Get(clerk, status)).Status);
        foreach (var other in (Actor[])[clerk with { Name = "别人" }, counties.Of(Role.Office) with { Name = "帮扶办" }])
        {
            // The same as for one that never was.
            Assert.Equal(410, (await counties.Get(other, place)).Status);
            Assert.Equal(404, (await counties.Get(other, status)).Status);
        }
    }

    private SheetReport Import(Actor actor, string path) => counties.Office
        .Import(new ImportOptions { Partnership = counties.Office.All[0].Name, DryRun = true }.By(actor), path).Files.Single().Sheets.Single();

    private string Pair(string giver, string receiver) =>
        new Xlsx().Sheet("帮扶关系", [["帮扶方", "受帮扶方", "起始日期"], [giver, receiver, "2019-05-01"]]).Save(counties.Office.Folder, giver + ".xlsx");
}
