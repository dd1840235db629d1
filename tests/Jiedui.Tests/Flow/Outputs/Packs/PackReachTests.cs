using System.Text.Json;
using Jiedui.Measures;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Outputs.Packs;

/// <summary>A pack holds nothing of beyond the reach of who asks for it, whatever he asks for, and verifies even so.</summary>
public sealed class PackReachTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    private UnitRef Own => office.Unit("棣花镇");

    private UnitRef Others => office.Unit("商镇");

    [Fact]
    public void What_a_yield_rests_on_is_of_the_askers_own_projects()
    {
        EnterProjects();
        var pack = CasePack.Of(office, query => query with { Within = Own.Id });
        Assert.Equal([100_000_000, 100_000_000], AmountsOf(pack, "industry.project_funds", "industry.planned_funds"));
        Assert.Empty(CasePack.Check(pack).Faults);
    }

    [Fact]
    public void What_a_yield_rests_on_is_of_all_units_where_the_asker_sees_all()
    {
        EnterProjects();
        var pack = CasePack.Of(office, query => query with { Unit = Own });
        Assert.Equal([100_000_000, 300_000_000], AmountsOf(pack, "industry.project_funds"));
        Assert.Empty(CasePack.Check(pack).Faults);
    }

    [Fact]
    public void Of_a_partner_it_holds_what_the_two_have_with_each_other()
    {
        office.Import(new Xlsx().Sheet("结对关系",
        [
            ["类型", "参扶方", "受扶方", "结对日期"], ["街道—镇街", "南院门街道", "棣花镇", "2019-06-01"], ["街道—镇街", "南院门街道", "商镇", "2019-06-01"],
        ]).Save(office.Folder));
        var partner = office.Unit("南院门街道");
        var pack = CasePack.Of(office, query => query with { Within = Own.Id, Unit = partner });
        Assert.All(PostingsOf(pack), posting => Assert.Equal(new[] { Own.Id, partner.Id }.Order(), PartiesOf(posting)));
        Assert.NotEmpty(PostingsOf(pack));
        Assert.Empty(CasePack.Check(pack).Faults);
        // Asked for the whole county, he gets no more than his own.
        var county = CasePack.Of(office, query => query with { Within = Own.Id, Unit = office.Unit("丹凤县") });
        Assert.DoesNotContain(PostingsOf(county), posting => PartiesOf(posting).Contains(Others.Id));
        Assert.Empty(CasePack.Check(county).Faults);
    }

    [Fact]
    public void It_names_no_unit_that_he_is_not_told_of()
    {
        EnterProjects();
        var named = NamesOf(CasePack.Of(office, query => query with { Within = Own.Id }));
        Assert.Superset(new HashSet<string> { "丹凤县", "棣花镇", "甲公司" }, named);
        Assert.DoesNotContain("商镇", named);
        Assert.DoesNotContain("乙公司", named);
        Assert.Superset(named, NamesOf(CasePack.Of(office)));
        Assert.Contains("乙公司", NamesOf(CasePack.Of(office)));
    }

    public void Dispose() => office.Dispose();

    private void EnterProjects() => Assert.True(office.Import(new Xlsx()
        .Sheet("项目",
        [
            ["项目名称", "年度", "建设地点", "产业类别", "帮扶资金", "实施单位", "状态"],
            ["甲园", "2020", "棣花镇", "食用菌", "100万元", "甲公司", "运营"], ["乙园", "2020", "商镇", "食用菌", "300万元", "乙公司", "运营"],
        ])
        .Sheet("分红", [["项目", "年度", "村集体", "实分金额", "到账日期"], ["甲园", "2020", "棣花镇", "6万元", "2020-12-20"]]).Save(office.Folder)).IsDone);

    private static HashSet<string> NamesOf(byte[] pack) => [.. Lines(pack, "units.json").Select(unit => unit.GetProperty("name").GetString()!)];

    private static IEnumerable<long> AmountsOf(byte[] pack, params string[] measures) =>
        PostingsOf(pack).Where(posting => measures.Contains(posting.GetProperty("measure").GetString())).Select(posting => posting.GetProperty("low").GetInt64()).Order();

    private static IEnumerable<long> PartiesOf(JsonElement posting) => posting.GetProperty("parties").EnumerateArray().Select(unit => unit.GetInt64()).Order();

    private static IReadOnlyList<JsonElement> PostingsOf(byte[] pack) => Lines(pack, "postings.json");

    private static IReadOnlyList<JsonElement> Lines(byte[] pack, string part) => JsonSerializer.Deserialize<List<JsonElement>>(CasePack.PartsOf(pack)[part])!;
}
