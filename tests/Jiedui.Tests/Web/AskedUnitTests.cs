using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>The unit that an address names is the one that is shown, or none is found and the page says so: never the whole in its place.</summary>
public sealed partial class AskedUnitTests : ServedOffice
{
    private const string Pairs = "/indicators/pairing.pairs?p=1";


    public override async ValueTask InitializeAsync()
    {
        Office.Import(new Xlsx().Sheet("单位名录", [["名称", "类别", "上级", "所属方"], ["教育局", "部门", "碑林区", "帮扶方"], ["教育局", "部门", "丹凤县", "受帮扶方"]]).Save(Office.Folder, "单位.xlsx"));
        Office.Import(new Xlsx().Sheet("结对关系",
        [
            ["类型", "参扶方", "受扶方", "结对日期"], ["部门—部门", "碑林区/教育局", "棣花镇", "2019-06-01"], ["部门—部门", "南院门街道", "丹凤县/教育局", "2019-06-01"],
        ]).Save(Office.Folder, "结对.xlsx"));
        await base.InitializeAsync();
    }

    [Fact]
    public async Task The_bar_of_a_unit_whose_name_is_shared_opens_its_own_part()
    {
        var whole = await Read(Pairs);
        Assert.Equal("2", Number(whole));
        var bars = Bar().Matches(whole).Where(bar => bar.Groups[2].Value == "教育局").Select(bar => bar.Groups[1].Value).ToList();
        Assert.Equal(2, bars.Distinct().Count());
        foreach (var bar in bars)
        {
            var page = await Read(bar);
            Assert.Equal("1", Number(page));
            Assert.Contains("单位：教育局", page, StringComparison.Ordinal);
            // What the page links to next is about the same unit.
            var next = bar[bar.IndexOf("unit=", StringComparison.Ordinal)..].Split('&')[0];
            Assert.Contains(next, page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_unit_whose_name_is_its_own_stands_in_the_address_by_it() =>
        Assert.Contains("unit=" + Uri.EscapeDataString("棣花镇") + "\"", (await Read(Pairs)).Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("没有的单位", "没有登记过单位“没有的单位”")]
    [InlineData("教育局", "不止一个单位叫“教育局”，请写明上级，如：碑林区/教育局、丹凤县/教育局")]
    [InlineData("南院门街", "相近的有：碑林区/南院门街道")]
    public async Task A_unit_that_is_not_found_is_told_in_words(string unit, string told)
    {
        var page = await Read($"{Pairs}&unit={Uri.EscapeDataString(unit)}");
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Equal("", Number(page));
    }

    private static string Number(string page) => KeyNumber().Match(page).Groups[1].Value;

    [GeneratedRegex("""key-number"><span class="num">([^<]*)<""")]
    private static partial Regex KeyNumber();

    [GeneratedRegex("""<a href="([^"]*)">([^<]*)</a>\s*<svg""")]
    private static partial Regex Bar();
}
