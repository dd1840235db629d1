using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Reads a row's cells into a record, and tells all that is wrong with it at once.</summary>
internal sealed class RowReader
{
    private readonly LedgerType ledger;
    private readonly CellRead read;

    /// <summary>In the ledger's order, so that a town is read before the village in it.</summary>
    private readonly MappedColumn[] known;
    private readonly MappedColumn[] unknown;
    private readonly MappedColumn?[] byColumn;
    private readonly HashSet<int> headed;
    private readonly HashSet<int> headless = [];
    private readonly List<UnitRef> units = [];
    private readonly bool[] faulted;

    public RowReader(Layout layout, LedgerType ledger, CellRead read)
    {
        this.ledger = ledger;
        this.read = read;
        known = [.. layout.Columns.Where(column => column.Column is not null).OrderBy(column => column.Column!.Index)];
        unknown = DistinctlyNamed(layout.Columns.Where(column => column.IsUnknown));
        headed = [.. layout.Columns.Select(column => column.Index)];
        byColumn = new MappedColumn?[ledger.Columns.Length];
        foreach (var column in known)
            byColumn[column.Column!.Index] = column;
        faulted = new bool[ledger.Columns.Length];
        Width = headed.Count == 0 ? 0 : headed.Max() + 1;
    }

    /// <summary>One more than the last column with a header.</summary>
    public int Width { get; }

    /// <summary>Columns without a header in which something stands.</summary>
    public IReadOnlyCollection<int> Headless => headless;

    public MappedColumn? Where(Column column) => byColumn[column.Index];

    public ReadRow Read(RowCells cells)
    {
        var row = new Row(ledger);
        List<Finding>? findings = null;
        units.Clear();
        Array.Clear(faulted);
        foreach (var column in known)
        {
            if (cells.OriginOf(column.Index) != CellOrigin.None)
                ReadCell(cells, column, row, ref findings);
        }
        KeepUnknown(cells, row);
        RowDemands.Check(this, cells, row, faulted, ref findings);
        return new ReadRow(cells.Row, row, findings ?? (IReadOnlyList<Finding>)[]);
    }

    private void ReadCell(RowCells cells, MappedColumn column, Row row, ref List<Finding>? findings)
    {
        var cell = cells.At(column.Index);
        var reading = read(column.Column!, cell, column.Unit, units);
        if (reading.Fault is { } fault)
        {
            faulted[column.Column!.Index] = true;
            (findings ??= []).Add(CellFinding.Of(cells.Row, column, fault, cell.Text));
            return;
        }
        if (reading.Note is { } note)
            (findings ??= []).Add(CellFinding.Of(cells.Row, column, note.Severity == Severity.Blocks ? note with { Severity = Severity.Warns } : note, cell.Text));
        row[column.Column!] = reading.Value;
        if (reading.Value is UnitRef unit)
            units.Add(unit);
        if (reading.Value is Amount && cells.OriginOf(column.Index) == CellOrigin.Merged && AddsUp(column.Column!))
            (findings ??= []).Add(CellFinding.Of(cells.Row, column, RepeatedAmount, cell.Text));
    }

    /// <summary>A merged number may be each row's, or one number for all of them: it is read as written, and somebody should look.</summary>
    private static readonly CellFault RepeatedAmount = new(
        "cell.merged-number", "这个数写在合并单元格里，每一行都按它读取", "如果它是几行合起来的数，请拆分单元格，逐行填写", Severity.Warns);

    private static bool AddsUp(Column column) => column.Kind != ColumnKind.Percent && !column.UnitText.Contains('/', StringComparison.Ordinal);

    private void KeepUnknown(RowCells cells, Row row)
    {
        Dictionary<string, string>? extras = null;
        foreach (var column in unknown)
        {
            if (cells.OriginOf(column.Index) != CellOrigin.None)
                (extras ??= []).TryAdd(column.Header, cells.At(column.Index).Text.Trim());
        }
        if (cells.Width > Width || headed.Count < Width)
        {
            for (var index = 0; index < cells.Width; index++)
            {
                if (cells.OriginOf(index) == CellOrigin.None || headed.Contains(index))
                    continue;
                headless.Add(index);
                (extras ??= []).TryAdd(HeadlessName(index), cells.At(index).Text.Trim());
            }
        }
        if (extras is not null)
            row.Extras = extras;
    }

    public static string HeadlessName(int index) => Workbooks.CellAddress.ColumnLetters(index) + "列（无表头）";

    internal static MappedColumn[] DistinctlyNamed(IEnumerable<MappedColumn> columns)
    {
        var names = new HashSet<string>();
        return [.. columns.Select(column => names.Add(column.Header) ? column : column with { Header = $"{column.Header}（{Workbooks.CellAddress.ColumnLetters(column.Index)}列）" })];
    }
}
