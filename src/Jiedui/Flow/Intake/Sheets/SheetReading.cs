using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Sheets.Rows;
using Jiedui.Flow.Intake.Sheets.Totals;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>The reading of one sheet: a single pass over its rows, none of which it holds.</summary>
public sealed class SheetReading
{
    private readonly Sheet sheet;
    private readonly CellRead read;
    private readonly HeaderIndex index;
    private readonly List<Finding> findings;
    private readonly List<RawCell> filled = [];

    internal SheetReading(Sheet sheet, Layout layout, CellRead read, HeaderIndex index)
    {
        (this.sheet, Layout, this.read, this.index) = (sheet, layout, read, index);
        findings = [.. layout.Findings];
    }

    public Layout Layout { get; }

    /// <summary>What concerns the sheet and its totals, not one of its records. Whole once all items have been taken.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Every row that is not empty, in order: a record read, or a row that holds none. To be taken once.</summary>
    public IEnumerable<SheetItem> Items() => Layout.Ledger is { } ledger ? Read(ledger) : Unread();

    private IEnumerable<SheetItem> Unread()
    {
        foreach (var row in sheet.Rows())
        {
            if (TakeFilled(row))
                yield return NonDataOf(row, NonDataReason.Unread);
        }
    }

    private IEnumerable<SheetItem> Read(LedgerType ledger)
    {
        var merges = new MergeFill(sheet.Merges, Layout.HeaderRows.Last);
        var header = new RepeatedHeader(index);
        var classifier = new RowClassifier(Layout, header, merges);
        var reader = new RowReader(Layout, ledger, read);
        var totals = new TotalsCheck(ledger, new TotalCells(Layout, read));
        var (cells, above) = (new RowCells(), new RowCells());
        var hasAbove = false;
        var otherTable = 0;
        foreach (var row in sheet.Rows())
        {
            if (!TakeFilled(row))
                continue;
            if (row.Number <= Layout.HeaderRows.Last)
            {
                yield return NonDataOf(row, AboveData(row, header));
                continue;
            }
            merges.Pass(row);
            if (classifier.Of(row, filled) is { } reason)
            {
                otherTable = reason == NonDataReason.Header ? 0 : otherTable;
                if (otherTable == 0 && reason == NonDataReason.Total)
                    totals.Total(row.Number, filled);
                else if (otherTable == 0 && reason == NonDataReason.Subtotal)
                    totals.Subtotal(row.Number, filled);
                else if (otherTable == 0 && reason == NonDataReason.Unit && LateUnit.Of(Layout, row.Number, filled) is { } late)
                    findings.Add(late);
                yield return NonDataOf(row, reason);
                continue;
            }
            if (header.IsAnother(filled))
            {
                otherTable = row.Number;
                findings.Add(OtherTable.Begins(row.Number, filled[0].Column));
                yield return NonDataOf(row, NonDataReason.Header);
                continue;
            }
            if (otherTable > 0)
            {
                yield return OtherTable.Rejected(ledger, row.Number, filled[0].Column, otherTable);
                continue;
            }
            cells.Reset(row, filled);
            merges.Fill(cells, reader.Width);
            DittoFill.Fill(cells, hasAbove ? above : null);
            var item = reader.Read(cells);
            totals.Add(item);
            yield return item;
            (cells, above, hasAbove) = (above, cells, true);
        }
        totals.Close();
        findings.AddRange(totals.Findings);
        if (reader.Headless.Count > 0)
        {
            var headless = reader.Headless.Order().Select(column => new MappedColumn(column, RowReader.HeadlessName(column), null, "")).ToList();
            findings.Add(LayoutFindings.UnknownColumns(Layout.HeaderRows.Last, headless));
        }
    }

    private NonDataReason AboveData(RawRow row, RepeatedHeader header)
    {
        if (row.Number >= Layout.HeaderRows.First)
        {
            header.AddHeader(filled);
            return NonDataReason.Header;
        }
        header.AddTitle(filled);
        if (filled.Exists(cell => UnitWords.OfSheet(cell.Text).Length > 0))
            return NonDataReason.Unit;
        return RowWords.IsNote(filled[0].Text) ? NonDataReason.Note : NonDataReason.Title;
    }

    private bool TakeFilled(RawRow row)
    {
        filled.Clear();
        foreach (var cell in row.Cells as RawCell[] ?? [.. row.Cells])
        {
            if (!string.IsNullOrWhiteSpace(cell.Text))
                filled.Add(cell);
        }
        return filled.Count > 0;
    }

    private NonData NonDataOf(RawRow row, NonDataReason reason)
    {
        const int longest = 80;
        // A sheet that nobody understood may hold personal data anywhere: its rows are not repeated.
        var text = reason == NonDataReason.Unread ? "" : string.Join(' ', filled.Select(cell => cell.Text.Trim()));
        return new NonData(row.Number, reason, text.Length <= longest ? text : text[..longest] + "…");
    }
}
