using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

public class TemplateTests
{
    public static TheoryData<string> All => Ledgers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_filled_template_goes_in_without_a_word(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var file = Path.Combine(office.Folder, "模板.xlsx");
        LedgerTemplate.Write([ledger], file);
        Fill(file, ledger, rows: 2);

        var report = office.Import(file);

        var findings = report.Files.Single().Sheets.SelectMany(sheet => sheet.Findings).Where(finding => finding.Severity == Severity.Blocks);
        Assert.True(report.ExitCode == 0, string.Join('\n', findings) + report.Files[0].Refusal);
        var records = office.Records(code).Where(record => record.Source.File == "模板.xlsx").ToList();
        Assert.Equal(2, records.Count);
        for (var row = 0; row < 2; row++)
        {
            Assert.Equal(
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Of(ledger, column, row).Read}"),
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Show(column, records[row].Row[column])}"));
        }
    }

    /// <summary>As a person does in Excel: below the header, text as text, a number as a number.</summary>
    private static void Fill(string file, LedgerType ledger, int rows)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var sheet = document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(one => one.Name == ledger.Name);
        var data = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.GetFirstChild<SheetData>()!;
        var header = data.Elements<DocumentFormat.OpenXml.Spreadsheet.Row>().Last().RowIndex!.Value;
        for (var row = 0; row < rows; row++)
        {
            var number = header + 1 + (uint)row;
            data.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Row(ledger.Columns.Select(column => CellOf(Sample.Of(ledger, column, row), CellAddress.Of((int)number, column.Index)))) { RowIndex = number });
        }
    }

    private static Cell CellOf(Sample sample, string address) => sample.Typed switch
    {
        int or double => new Cell { CellReference = address, CellValue = new CellValue(Convert.ToString(sample.Typed, CultureInfo.InvariantCulture)!) },
        DateTime => Text(address, sample.Read),
        var text => Text(address, (string)text!),
    };

    private static Cell Text(string address, string text) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = address, DataType = CellValues.InlineString };
}
