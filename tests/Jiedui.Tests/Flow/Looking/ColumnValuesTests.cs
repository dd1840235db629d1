using Jiedui.App.Reporting;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Composing;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Jiedui.Work.Drivers.Industry;

namespace Jiedui.Tests.Flow.Looking;

/// <summary>What is listed of a unit is what its figures count: its own records and those of all units below it.</summary>
public sealed class ColumnValuesTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    public ColumnValuesTests() => office.Import(new Xlsx().Sheet("产业帮扶项目",
        [
            ["项目编号", "项目名称", "年度", "建设地点", "产业类别", "帮扶资金", "实施单位", "状态"],
            ["XM-1", "香菇大棚", "2020", "棣花镇", "食用菌", "100万元", "丹凤乙公司", "完工"],
        ]).Save(office.Folder));

    [Theory]
    [InlineData("丹凤县", true)]
    [InlineData("棣花镇", true)]
    [InlineData("商镇", false)]
    public void Of_a_unit_are_the_names_that_rows_of_it_or_below_it_hold(string name, bool isNamed)
    {
        var unit = office.Unit(name);
        var book = new LedgerBook(office.Connection, office.Database.Vault);
        var source = Reporter.Source(new Figures(office.Connection, Article.Catalogue, office.Database.Vault));
        var request = new ReportRequest(office.Partnership, "碑林区", "丹凤县", Installation.AllTime, new DateOnly(2021, 12, 31)) { Unit = unit };
        string[] expected = isNamed ? ["香菇大棚"] : [];

        Assert.Equal(expected.Length, office.Figure("industry.projects", query => query with { Unit = unit }).Value);
        Assert.Equal(expected, book.ValuesOf(Projects.Ledger, Projects.Name, new ColumnQuery(new Reach(office.Partnership), Installation.AllTime) { Unit = unit.Id }));
        Assert.Equal(expected, new RecordWords(source, request).Of(Projects.Ledger, Projects.Name, when: null));
        Assert.Equal(expected, new RecordWords(source, request).Of(Projects.Ledger, Projects.Name, when: _ => true));
    }

    public void Dispose() => office.Dispose();
}
