using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Workbook = Jiedui.Flow.Intake.Workbooks.Workbook;

namespace Jiedui.Tests.Flow.Outputs.Workbooks;

public sealed class TemplateTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Ledgers { get; } = [.. Article.Catalogue.Ledgers.Select(ledger => ledger.Code)];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void The_importer_knows_every_column_of_every_template(string code)
    {
        var ledger = Article.Catalogue.Ledger(code)!;
        var path = Write(ledger);
        Valid.Workbook(path);
        using var workbook = Workbook.Open(path);
        var layout = new LayoutFinder(Article.Catalogue).Find(workbook.Sheets[0]);
        Assert.True(ledger == layout.Ledger, string.Join("\n", layout.Findings) + workbook.Sheets[0].Rows().Count());
        Assert.Equal(ledger.Columns, layout.Columns.Select(column => column.Column));
        Assert.All(workbook.Sheets.Skip(1), sheet => Assert.True(Jiedui.Flow.Intake.Workbooks.NoLedger.Says(sheet)));
        Assert.False(Jiedui.Flow.Intake.Workbooks.NoLedger.Says(workbook.Sheets[0]));
    }

    [Fact]
    public void All_ledgers_stand_in_one_workbook()
    {
        var path = Write([.. Article.Catalogue.Ledgers]);
        Valid.Workbook(path);
        using var workbook = Workbook.Open(path);
        Assert.Equal([.. Article.Catalogue.Ledgers.Select(ledger => ledger.Name), "填表说明"], workbook.Sheets.Where(sheet => !sheet.IsHidden).Select(sheet => sheet.Name));
    }

    [Fact]
    public void Ids_and_dates_are_text_and_choices_drop_down()
    {
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        using var document = SpreadsheetDocument.Open(Write(ledger), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single(part => part.Uri.ToString().EndsWith("sheet1.xml", StringComparison.Ordinal)).Worksheet!;
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var columns = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().ToList();
        foreach (var column in ledger.Columns.Where(column => column.Kind is ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Date))
            Assert.Equal(49u, formats[(int)columns[column.Index].Style!.Value].NumberFormatId!.Value);
        var rules = sheet.Descendants<DataValidation>().ToList();
        Assert.Equal(ledger.Columns.Length, rules.Count);
        foreach (var column in ledger.Columns.OfType<ChoiceColumn>())
        {
            Assert.Equal(DataValidationValues.List, rules[column.Index].Type!.Value);
            Assert.Equal(!column.IsOpen, rules[column.Index].ShowErrorMessage!.Value);
        }
        Assert.All(ledger.Columns.Where(column => column.IsRequired), column => Assert.StartsWith("必填", rules[column.Index].Prompt!.Value!, StringComparison.Ordinal));
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
    }

    [Fact]
    public void The_same_ledgers_give_the_same_bytes()
    {
        var first = File.ReadAllBytes(Write(Article.Catalogue.Ledgers[0]));
        Assert.Equal(first, File.ReadAllBytes(Write(Article.Catalogue.Ledgers[0])));
    }

    private string Write(params LedgerType[] ledgers)
    {
        var path = Path.Combine(folder.Path, "模板.xlsx");
        LedgerTemplate.Write(ledgers, path);
        return path;
    }
}
