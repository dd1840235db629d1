using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>Pages that show a part of many records lead to all of them.</summary>
public sealed partial class ManyRecordsTests : ServedOffice
{
    [Fact]
    public async Task All_sources_of_a_share_are_paged_to_those_of_the_whole_and_those_that_cover_it()
    {
        Office.Import(
            new Xlsx().Sheet("结对关系", [["类型", "参扶方", "受扶方", "结对日期"], ["部门—部门", "棣花镇", "商镇", "2020-05-01"]]).Save(Office.Folder, "结对.xlsx"),
            new Xlsx().Sheet("帮扶协议",
            [
                ["协议编号", "参扶方", "受扶方", "签订日期"],
                .. Enumerable.Range(1, 60).Select(n => new object?[] { $"XY-{n}", "棣花镇", "商镇", new DateOnly(2020, 5, 1).AddDays(n).ToString("yyyy-MM-dd", null) }),
            ]).Save(Office.Folder, "协议.xlsx"));

        var first = await Read("/indicators/pairing.agreement_coverage?p=1");
        var second = await Read("/indicators/pairing.agreement_coverage?p=1&page=2");

        Assert.Contains("共 61 条", first, StringComparison.Ordinal);
        Assert.Contains("下一页", first, StringComparison.Ordinal);
        Assert.Contains("第 51–61 条", second, StringComparison.Ordinal);
        Assert.DoesNotContain("下一页", second, StringComparison.Ordinal);
        Assert.Equal(61, Sources(first).Concat(Sources(second)).Distinct().Count());
    }

    [Fact]
    public async Task What_happened_in_an_earlier_year_is_told_however_much_has_happened_since()
    {
        Office.Import(new Xlsx().Sheet("研学活动",
        [
            ["名称", "期次", "开始日期", "学生人数"],
            ["早年的研学", "第1期", "2019-06-01", 10],
            .. Enumerable.Range(1, 41).Select(n => new object?[] { "后来的研学", $"第{n}期", "2021-06-01", 10 }),
        ]).Save(Office.Folder));

        Assert.Contains("早年的研学", await Read("/?p=1&from=2019-01&to=2019-12"), StringComparison.Ordinal);
        Assert.DoesNotContain("早年的研学", await Read("/?p=1&from=2021-01&to=2021-12"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources(string page) => Source().Matches(page).Select(match => match.Value);

    [GeneratedRegex(@"/ledgers/pairing\.\w+/[0-9]+")]
    private static partial Regex Source();
}
