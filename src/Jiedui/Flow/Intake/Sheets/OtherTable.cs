using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Rows;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>A second table below the first with other headers: reading it by the first one's columns would be a guess, so its rows come back.</summary>
internal static class OtherTable
{
    private const string Remedy = "请把这张表放到单独的工作表中，再导入";

    public static Finding Begins(int row, int column) =>
        new(CellAddress.Of(row, column), "", "sheet.other-table", Severity.Blocks, $"第 {row} 行起是另一张表的表头，它下面的行没有读取。", Remedy, "");

    public static ReadRow Rejected(LedgerType ledger, int row, int column, int header) =>
        new(row, new Row(ledger), [CellFinding.OfRow(row, column, "", "row.other-table", Severity.Blocks, $"属于第 {header} 行开始的另一张表，没有读取", Remedy)]);
}
