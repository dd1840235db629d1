using System.Text;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Tests.Flow.Outputs.Packs;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Indicators;

/// <summary>What stands behind a figure is listed once, and told to be as much as it is.</summary>
public sealed class TracesTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    private Figures Figures => new(office.Connection, Article.Catalogue, office.Database.Vault);

    private FigureQuery Whole => new(office.Partnership, Installation.AllTime);

    [Theory]
    [InlineData("XM-1")]
    [InlineData("香菇大棚")]
    public void What_a_project_was_given_is_traced_once_whether_dividends_name_it_by_its_number_or_its_name(string project)
    {
        office.Import(Projects(""), Dividends(project));

        var lines = Figures.Trace(Indicator("industry.dividend_rate"), Whole, 100);

        Assert.Equal(6, Figures.Of(Indicator("industry.dividend_rate"), Whole).Value);
        Assert.Equal([("industry.dividends", 60_000m), ("industry.projects", 1_000_000m)], lines.Select(line => (line.Ledger, line.Amount)));
        Assert.Empty(office.Verify().Faults);
        var pack = CasePack.Of(office);
        Assert.Empty(CasePack.Check(pack).Faults);
        Assert.DoesNotContain("2,000,000", Encoding.UTF8.GetString(CasePack.PartsOf(pack)["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_of_what_both_sides_confirmed_rests_on_a_base_that_both_confirmed()
    {
        var (rate, confirmed) = (Indicator("industry.dividend_rate"), Whole with { ConfirmedOnly = true });
        office.Import(Projects(""), Dividends("XM-1"));
        Assert.Equal(6, Figures.Of(rate, Whole).Value);
        Assert.False(Figures.Of(rate, confirmed).HasData);
        Assert.Equal(["industry.dividends"], Figures.Trace(rate, confirmed, 100).Select(line => line.Ledger));

        office.Import(Projects("是"));
        Assert.Equal(6, Figures.Of(rate, confirmed).Value);
        Assert.Equal(6, Figures.Of(rate, confirmed with { AsOf = DateTimeOffset.MaxValue }).Value);
        Assert.Equal(["industry.dividends", "industry.projects"], Figures.Trace(rate, confirmed, 100).Select(line => line.Ledger));
        Assert.Empty(CasePack.Check(CasePack.Of(office, query => query with { ConfirmedOnly = true })).Faults);
    }

    [Fact]
    public void A_record_that_names_several_members_of_a_measure_is_one_record()
    {
        office.Import(
            new Xlsx().Sheet("结对关系", [["类型", "参扶方", "受扶方", "结对日期"], ["学校", "棣花镇", "商镇", "2020-05-01"]]).Save(office.Folder, "结对.xlsx"),
            new Xlsx().Sheet("帮扶产品", [["产品", "供货企业", "品类", "出口国家"], ["香菇", "丹凤乙公司", "食用菌", "日本、韩国、泰国"]]).Save(office.Folder, "产品.xlsx"));

        foreach (var (code, members) in (ReadOnlySpan<(string, int)>)[("talent.schools", 2), ("consumption.export_countries", 3)])
        {
            foreach (var query in (FigureQuery[])[Whole, Whole with { AsOf = DateTimeOffset.MaxValue }])
            {
                var figure = Figures.Of(Indicator(code), query);
                Assert.Equal((members, 1), (figure.Value, figure.Records));
                Assert.Equal(figure, Figures.All([Indicator(code)], query).Single());
                Assert.Single(Figures.Trace(Indicator(code), query, 100));
            }
        }
    }

    public void Dispose() => office.Dispose();

    private static Indicator Indicator(string code) => Article.Catalogue.Indicator(code)!;

    private string Projects(string confirmed) => new Xlsx().Sheet("产业帮扶项目",
        [
            ["项目编号", "项目名称", "年度", "建设地点", "产业类别", "帮扶资金", "实施单位", "状态", "帮扶方确认", "受帮扶方确认"],
            ["XM-1", "香菇大棚", "2020", "棣花镇", "食用菌", "100万元", "丹凤乙公司", "完工", confirmed, confirmed],
        ]).Save(office.Folder, $"{Guid.NewGuid():N}.xlsx");

    private string Dividends(string project) => new Xlsx().Sheet("分红",
        [
            ["项目", "年度", "村集体", "应分金额", "实分金额", "帮扶方确认", "受帮扶方确认"],
            [project, "2020", "棣花镇", "6万元", "6万元", "是", "是"],
        ]).Save(office.Folder, $"{Guid.NewGuid():N}.xlsx");
}
