using System.Globalization;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

/// <summary>What a row costs in memory that is taken and given back. Time differs between machines; this does not.</summary>
public sealed class RowCostTests : WorkbooksTest
{
    private const int Rows = 20_000;

    [Fact]
    public void Words_that_come_again_are_not_made_again()
    {
        object?[][] rows = [.. Enumerable.Range(0, Rows).Select(number => (object?[])["棣花镇", "西安某物业公司", "2020年5月8日", number % 90 * 50, "转岗", "电话", "男", "雁塔区"])];
        var file = new Xlsx { SharesStrings = false }.Sheet("名册", rows).Save(Folder.Path);
        using var workbook = Workbook.Open(file);
        foreach (var _ in workbook.Sheets[0].Rows().Take(100))
        {
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Rows, workbook.Sheets[0].Rows().Count());
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rows;
        // Eight cells of 24 bytes with the array and the row around them, and the buffers of the reading shared among all.
        Assert.True(each < 400, each.ToString(CultureInfo.InvariantCulture));
    }
}
