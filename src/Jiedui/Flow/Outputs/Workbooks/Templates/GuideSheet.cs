using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Templates;

/// <summary>The sheet that explains every column. Its first cell says that it is not imported.</summary>
internal static class GuideSheet
{
    public const string Name = "填表说明";

    private static readonly (string Header, double Width)[] Parts = [("台账", 18), ("列名", 22), ("必填", 18), ("写法", 52), ("也可写作", 30), ("说明", 44)];

    private static readonly string[] Notes =
    [
        "深蓝色表头为必填列；表头不要改名，列的先后可以调整，不用的列可以留空。",
        "每行填一条记录，不要合并单元格；同一条记录再次导入时，内容相同的不变，内容不同的作为更正，旧内容仍可查到。",
        "身份证号、电话、日期等列已设为文本格式，从别处复制时请用“只粘贴值”。",
    ];

    public static void Write(XlsxWriter book, IReadOnlyList<LedgerType> ledgers)
    {
        using var sheet = book.Begin(new WrittenSheet(Name)
        {
            Columns = [.. Parts.Select(part => (part.Width, CellLook.Plain))],
            FrozenRows = Notes.Length + 2,
        });
        sheet.NextRow(height: 30);
        sheet.Text(0, Name + NoLedger.Words, CellLook.Title);
        foreach (var note in Notes)
        {
            sheet.NextRow();
            sheet.Text(0, note, CellLook.Note);
        }
        sheet.NextRow(height: 24);
        for (var at = 0; at < Parts.Length; at++)
            sheet.Text(at, Parts[at].Header, CellLook.Header);
        foreach (var (ledger, column) in ledgers.SelectMany(ledger => ledger.Columns.Select(column => (ledger, column))))
            WriteColumn(sheet, ledger, column);
    }

    private static void WriteColumn(SheetWriter sheet, LedgerType ledger, Column column)
    {
        string[] cells =
        [
            ledger.Name, ColumnHeader.Of(column), Demand.Of(ledger, column), WayToFill.Of(column), string.Join('、', column.Aliases), Explained(ledger, column),
        ];
        sheet.NextRow(HeightOf(cells));
        for (var at = 0; at < cells.Length; at++)
            sheet.Text(at, cells[at], CellLook.Framed);
    }

    private static string Explained(LedgerType ledger, Column column)
    {
        var key = ledger.Keys.Any(keys => keys.Contains(column)) ? "用来认出同一条记录" : "";
        var personal = column.IsPersonal ? "个人信息，页面和导出默认遮盖" : "";
        return string.Join("；", new[] { column.Hint, key, personal }.Where(part => part.Length > 0));
    }

    /// <summary>Not every program grows a row to its text by itself.</summary>
    private static double HeightOf(string[] cells) =>
        18 * Enumerable.Range(0, cells.Length).Max(at => Math.Max(1, Math.Ceiling(cells[at].Sum(letter => letter < 0x2E80 ? 1.1 : 2.1) / Parts[at].Width)));
}
