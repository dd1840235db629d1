using System.Text;
using System.Text.Json;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Workbook = Jiedui.Flow.Intake.Workbooks.Workbook;

namespace Jiedui.Tests.Flow.Outputs.Workbooks;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Database database;

    public ExportTests()
    {
        database = TestServer.Open(Path.Combine(folder.Path, "data"));
        string[] files = ["00 单位名录.xlsx", "01 三项机制台账.xlsx", "02 产业帮扶台账.xlsx", "03 劳务协作台账.xlsx", "04 消费帮扶台账.xlsx", "04 销售订单.csv", "05 三项扶持台账.xlsx", "06 成效台账.xls"];
        Import([.. files.Select(Case.Ledger)]);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Csv)]
    public void A_clear_export_of_every_ledger_changes_nothing_when_it_is_imported_again(ExportFormat format)
    {
        using var connection = database.Connect();
        var book = new LedgerBook(connection, database.Vault);
        var seen = 0;
        foreach (var ledger in Article.Catalogue.Ledgers.Where(ledger => book.Count(ledger, new Reach(1)) > 0))
        {
            var path = Path.Combine(folder.Path, $"{ledger.Name}.{(format == ExportFormat.Csv ? "csv" : "xlsx")}");
            var written = LedgerExport.Of(book, ledger, new Reach(1), isClear: true).Write(format, path);
            var report = Import([path], ledger.Code);
            var sheet = Assert.Single(Assert.Single(report.Files).Sheets);
            Assert.True(
                (written, 0, 0, 0) == (sheet.Unchanged, sheet.Accepted, sheet.Corrected, sheet.Rejected),
                $"{ledger.Name}: {written} -> {sheet.Unchanged} unchanged, {sheet.Corrected} corrected, {sheet.Rejected} rejected\n{string.Join('\n', sheet.Findings.Take(5))}");
            seen++;
        }
        Assert.True(seen > 20);
    }

    [Fact]
    public void Personal_data_is_masked_unless_asked_for()
    {
        var masked = Text(Export("exchange.secondees", ExportFormat.Csv));
        var clear = Text(Export("exchange.secondees", ExportFormat.Csv, isClear: true));
        Assert.Contains("*************", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("**", clear, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF", masked, StringComparison.Ordinal);
        Assert.Contains("\r\n", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_numbers_as_numbers()
    {
        using var json = JsonDocument.Parse(Export("industry.funds", ExportFormat.Json));
        Assert.All(json.RootElement.EnumerateArray(), one => Assert.Equal(JsonValueKind.Number, one.GetProperty("金额").ValueKind));
    }

    [Fact]
    public void A_full_sheet_is_continued_on_the_next()
    {
        using var connection = database.Connect();
        var book = new LedgerBook(connection, database.Vault);
        var ledger = Article.Catalogue.Ledger("industry.funds")!;
        var path = Path.Combine(folder.Path, "长.xlsx");
        var export = new LedgerExport(ledger, book.All(ledger, new Reach(1)), book.UnitsOf(1)) { RowsPerSheet = 5 };
        var written = export.Write(ExportFormat.Xlsx, path);
        Valid.Workbook(path);
        using var workbook = Workbook.Open(path);
        Assert.Equal((written + 4) / 5, workbook.Sheets.Count);
        Assert.Equal(written, workbook.Sheets.Sum(sheet => sheet.Rows().Count() - 1));
    }

    [Fact]
    public void What_fills_several_sheets_comes_again_as_the_same()
    {
        Import([Case.Ledger("03 劳动力摸排名册.xlsx")]);
        using var connection = database.Connect();
        var book = new LedgerBook(connection, database.Vault);
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        var path = Path.Combine(folder.Path, "名册.xlsx");
        long written;
        using (book.AtOneMoment())
            written = new LedgerExport(ledger, book.All(ledger, new Reach(1)), book.UnitsOf(1)) { RowsPerSheet = 4000, IsClear = true }.Write(ExportFormat.Xlsx, path);
        Assert.Equal(11_000, written);
        var sheets = Assert.Single(Import([path], ledger.Code).Files).Sheets;
        Assert.Equal([4000, 4000, 3000], sheets.Select(sheet => sheet.Unchanged));
        Assert.Equal(0, sheets.Sum(sheet => sheet.Accepted + sheet.Corrected + sheet.Rejected));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData(" +1", "' +1")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void A_text_that_looks_like_a_formula_is_inert(string remark, string field)
    {
        var ledger = Article.Catalogue.Ledger("registry.units")!;
        var row = new Jiedui.Declaring.Row(ledger);
        row[ledger.Find("备注")!] = remark;
        using var connection = database.Connect();
        var record = new Jiedui.Flow.Ledgers.Record(1, 1, row, new Source("", "", 1, new Dictionary<string, string>(), 1, DateTimeOffset.UnixEpoch), null);
        var export = new LedgerExport(ledger, [record], new LedgerBook(connection, database.Vault).UnitsOf(1));
        using var csv = new MemoryStream();
        export.Write(ExportFormat.Csv, csv);
        Assert.Contains("," + field + ",", Text(csv.ToArray()), StringComparison.Ordinal);
        var path = Path.Combine(folder.Path, "单位.xlsx");
        export.Write(ExportFormat.Xlsx, path);
        using var workbook = Workbook.Open(path);
        Assert.Equal(remark, workbook.Sheets[0].Rows().Last().Cells.Single().Text);
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private byte[] Export(string code, ExportFormat format, bool isClear = false)
    {
        using var connection = database.Connect();
        using var stream = new MemoryStream();
        LedgerExport.Of(new LedgerBook(connection, database.Vault), Article.Catalogue.Ledger(code)!, new Reach(1), isClear).Write(format, stream);
        return stream.ToArray();
    }

    private ImportReport Import(IReadOnlyList<string> paths, string? code = null) =>
        new Importer(database, Article.Catalogue).Import([.. paths.Select(ImportFile.At)], new ImportOptions { LedgerCode = code });
}
