using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Flow.Intake.Sheets;

/// <summary>The sheets of the case, each known for what it is.</summary>
public class CaseTests
{
    [Theory]
    [InlineData("00 单位名录.xlsx", "单位名录 registry.units 2-2, 帮扶关系 registry.partnerships 1-1")]
    [InlineData("01 三项机制台账.xlsx", "议事会议 decisions.meetings 2-2, 议定事项督办 decisions.tasks 2-2, 文件方案 decisions.policies 1-1, 帮扶团 pairing.groups 2-2, 结对关系 pairing.pairs 2-2, 帮扶协议 pairing.agreements 2-2, 互访交流 exchange.visits 2-2, 联席会议 exchange.joint_meetings 1-1, 挂职干部 exchange.secondees 2-3, 信息简报 exchange.bulletins 1-1")]
    [InlineData("02 产业帮扶台账.xlsx", "帮扶项目 industry.projects 3-4, 资金流水 industry.funds 2-2, 脱贫户名册 registry.households 2-2, 土地流转补助 industry.land 2-2, 带动就业 industry.site_jobs 2-2, 分红 industry.dividends 3-3, 产业服务 industry.services 1-1")]
    [InlineData("03 劳务协作台账.xlsx", "机构合作 labour.agencies 1-1, 招聘活动 labour.fairs 2-2, 岗位 labour.vacancies 2-2, 培训班 labour.trainings 2-2")]
    [InlineData("03 劳动力摸排名册.xlsx", "一组（5600人） labour.workers 3-3, 二组 labour.workers 3-3")]
    [InlineData("04 消费帮扶台账.xlsx", "供货企业 consumption.suppliers 1-1, 帮扶产品 consumption.products 1-1, 专馆专区专柜 consumption.outlets 2-2, 展销推介 consumption.events 3-3, 采购协议 consumption.contracts 2-2")]
    [InlineData("04 销售订单.csv", "04 销售订单 consumption.sales 1-1")]
    [InlineData("05 三项扶持台账.xlsx", "研学活动 talent.study_tours 1-1, 名师送教 talent.teaching_visits 2-2, 医疗帮扶 talent.medical 1-1, 文旅基地 culture.bases 1-1, 旅游线路 culture.routes 1-1, 捐赠 society.donations 2-2, 网络募捐 society.campaigns 1-1")]
    [InlineData("06 成效台账.xls", "荣誉 results.honours 1-1, 宣传 results.media 1-1")]
    public void Every_sheet_is_recognised_and_read_whole(string file, string expected)
    {
        using var workbook = Workbook.Open(Case.Ledger(file));
        var readings = workbook.Sheets.Select(sheet => (sheet.Name, Reading: Reading.Of(sheet))).ToList();
        Assert.Equal(expected, string.Join(", ", readings.Select(one =>
            $"{one.Name} {one.Reading.Layout.Ledger?.Code} {one.Reading.Layout.HeaderRows.First}-{one.Reading.Layout.HeaderRows.Last}")));
        if (file.Contains("名册", StringComparison.Ordinal))
            return;
        Assert.All(readings, one => Assert.Empty(one.Reading.Rows.Where(row => !row.IsGood).SelectMany(row => row.Findings).Select(finding => finding.Message)));
        Assert.All(readings, one => Assert.DoesNotContain(one.Reading.Findings, finding => finding.Severity != Declaring.Severity.Informs));
    }
}
