using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

/// <summary>Looks at the memory of the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(LongWorkbooksTests), DisableParallelization = true)]
public class LongWorkbooksCollection;

[Collection(nameof(LongWorkbooksTests))]
public class LongWorkbooksTests : WorkbooksTest
{
    [Fact]
    public void A_million_blank_rows_and_the_last_column_cost_no_memory()
    {
        var path = new Xlsx().SheetXml("一", writer =>
        {
            writer.Write("<worksheet><sheetData>");
            for (var row = 1; row < 1_048_576; row++)
                writer.Write($"<row r=\"{row}\" ht=\"14\"><c r=\"A{row}\" s=\"1\"/></row>");
            writer.Write("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>");
        }).Save(Folder.Path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var workbook = Workbook.Open(path);
        foreach (var row in workbook.Sheets[0].Rows())
        {
            Assert.Equal("1048576: XFD=1", Shown([row]));
            Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 32L << 20);
        }
    }
}
