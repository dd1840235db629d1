using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Tests.Kit;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>From a workbook with a wrong date to the report that counts its rows: what an office does every month.</summary>
[Collection(nameof(Site))]
public sealed class ImportJourney(Site site) : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task From_a_wrong_workbook_to_the_report(int width)
    {
        await using var visit = await site.Visit(width);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/indicators/labour.job_fairs");
            var before = await Figure(page);

            await page.GotoAsync("/");
            await Upload(page, Workbook(width));
            Assert.Contains("可入账 1 行", await page.InnerTextAsync(".lead"), StringComparison.Ordinal);
            var finding = await page.Locator(".finding-blocks").First.InnerTextAsync();
            Assert.Contains("A3", finding, StringComparison.Ordinal);
            Assert.Contains("2021年13月5日", finding, StringComparison.Ordinal);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4}", finding);

            var marked = await Download(page, "下载标出问题的副本", "副本.xlsx");
            Assert.Contains(Comments(marked), comment => comment.Cell == "A3" && comment.Text.Contains("日历上没有这一天", StringComparison.Ordinal));
            Repair(marked, "A3", "2021年3月5日");

            await Upload(page, marked);
            Assert.Equal(0, await page.Locator(".finding-blocks").CountAsync());
            await page.ClickAsync("button:has-text('导入 2 行')");
            await page.WaitForSelectorAsync("h1:has-text('已导入 2 行')");

            await page.ClickAsync(".changed li:has-text('招聘会') a");
            var after = await Figure(page);
            Assert.Equal(before + 2, after);

            await TraceToTheCell(page);

            await page.ClickAsync(".topbar-links >> text=出报告");
            var report = await Download(page, "下载 Word 文档", "报告.docx");
            using var document = WordprocessingDocument.Open(report, isEditable: false);
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"(?<!\d){after}\s*场"), document.MainDocumentPart!.Document!.Body!.InnerText);
        });
        Assert.Empty(visit.Faults);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<int> Figure(IPage page) => int.Parse(await page.InnerTextAsync(".key-number .num"), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task Upload(IPage page, string file)
    {
        await page.ClickAsync(".topbar-links >> text=导入台账");
        await page.SetInputFilesAsync("input[type=file]", file);
        await page.ClickAsync("button:has-text('读取并检查')");
        await page.WaitForSelectorAsync("h1:has-text('核对后导入')");
    }

    private static async Task TraceToTheCell(IPage page)
    {
        var rows = page.Locator("#trace tbody tr");
        Assert.True(await rows.CountAsync() > 2);
        await page.Locator("#trace tbody tr", new() { HasText = "2021-03-05" }).First.Locator("a").ClickAsync();
        Assert.Contains("春风行动", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var source = await page.Locator(".source").First.InnerTextAsync();
        Assert.Contains("副本", source, StringComparison.Ordinal);
        Assert.Contains("招聘活动", source, StringComparison.Ordinal);
        Assert.Contains("A3", source, StringComparison.Ordinal);
    }

    private string Workbook(int width) => new Xlsx().Sheet("招聘活动",
    [
        ["日期", "活动名称", "形式", "地点", "主办单位", "参加企业数", "进场人数", "达成意向人数"],
        ["2021-03-06", $"春风行动招聘会{width}甲", "现场招聘会", "龙驹寨街道", "丹凤县人社局", 12, 300, 40],
        ["2021年13月5日", $"春风行动招聘会{width}乙", "现场招聘会", "棣花镇", "丹凤县人社局", 8, 150, 21],
    ]).Save(folder.Path, $"招聘活动{width}.xlsx");

    private async Task<string> Download(IPage page, string link, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"text={link}"));
        var path = Path.Combine(folder.Path, file);
        await download.SaveAsAsync(path);
        return path;
    }

    private static List<(string Cell, string Text)> Comments(string workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Select(part => part.WorksheetCommentsPart).OfType<WorksheetCommentsPart>()
            .SelectMany(part => part.Comments!.Descendants<Comment>()).Select(comment => (comment.Reference!.Value!, comment.InnerText))];
    }

    private static void Repair(string workbook, string address, string text)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var cell = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).Single(cell => cell.CellReference == address);
        cell.DataType = CellValues.InlineString;
        cell.CellValue = null;
        cell.InlineString = new InlineString(new Text(text));
    }
}
