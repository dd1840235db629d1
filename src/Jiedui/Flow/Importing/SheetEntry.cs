using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Importing;

/// <summary>Enters one sheet's rows into the books and keeps account of every one of them.</summary>
internal sealed class SheetEntry
{
    private const int ProgressEvery = 1000;

    private readonly SheetReader sheets;
    private readonly PlannedSheet planned;
    private readonly long sheetId;
    private readonly string file;
    private readonly SeenKeys seen;
    private readonly IProgress<ImportProgress>? progress;
    private readonly HashSet<Column> told;
    private readonly Dictionary<Column, int> places;
    private readonly List<NonData> nonData = [];
    private readonly FindingLog findings = new();
    private readonly int[] outcomes = new int[3];
    private int rejected;

    public SheetEntry(SheetReader sheets, PlannedSheet planned, long sheetId, string file, SeenKeys seen, IProgress<ImportProgress>? progress)
    {
        this.sheets = sheets;
        this.planned = planned;
        this.sheetId = sheetId;
        this.file = file;
        this.seen = seen;
        this.progress = progress;
        places = planned.Layout.Columns.Where(column => column.Column is not null).ToDictionary(column => column.Column!, column => column.Index);
        told = [.. places.Keys];
    }

    private LedgerType Ledger => planned.Layout.Ledger!;

    /// <summary>Enters the rows of an ordinary ledger, or of one that registers units.</summary>
    public SheetReport Enter(Books books)
    {
        if (Ledger.Registers is { } registration)
            Announce(registration, books.Units);
        ReadThrough(books.Units, (row, number) => Enter(books, row, number));
        return Report();
    }

    /// <summary>Enters rows each of which founds a partnership.</summary>
    public SheetReport Found(PartnershipFounding columns, Founding founding, Shelf shelf, HashSet<long> founded)
    {
        // Its two regions need not be registered: the row itself creates them.
        UnitMatch AnyName(string text, IReadOnlyList<UnitRef> context) => new(new UnitRef(0, text), []);
        ReadThrough(new CellReader(AnyName, name => new UnitRef(0, name)), (row, number) =>
        {
            var partnership = founding.Found(columns, row, shelf.Of);
            founded.Add(partnership);
            Enter(shelf.Of(partnership), row, number);
        });
        return Report();
    }

    private void ReadThrough(UnitRegistry units, Action<Row, int> enter) =>
        ReadThrough(CellsOf(units), enter);

    private static CellReader CellsOf(UnitRegistry units) => new(new UnitFinder(units).Find, units.FindOrPropose);

    private void ReadThrough(CellReader cells, Action<Row, int> enter)
    {
        var reading = sheets.Read(planned.Sheet, planned.Layout, cells.Read);
        foreach (var item in reading.Items())
        {
            if (item is NonData no)
            {
                nonData.Add(no);
            }
            else if (item is ReadRow read)
            {
                findings.AddRange(read.Findings);
                if (read.IsGood)
                    enter(read.Row, read.Number);
                else
                    rejected++;
            }
            if (item.Number % ProgressEvery == 0)
                progress?.Report(new ImportProgress(file, planned.Sheet.Name, item.Number));
        }
        findings.AddRange(reading.Findings);
    }

    /// <summary>
    /// Makes the units of a registering sheet known before its rows are entered, for a parent may stand below its children. Each pass finds those whose parents
    /// the last one found; a row that stays wrong is never announced.
    /// </summary>
    private void Announce(UnitRegistration registration, UnitRegistry units)
    {
        for (var (before, now) = (-1, 0); now > before;)
        {
            before = now;
            now = 0;
            var reading = sheets.Read(planned.Sheet, planned.Layout, CellsOf(units).Read);
            foreach (var row in reading.Items().OfType<ReadRow>().Where(row => row.IsGood))
            {
                Announce(registration, units, row.Row);
                now++;
            }
        }
    }

    private static RegisteredUnit Announce(UnitRegistration registration, UnitRegistry units, Row row) => units.Announce(
        registration.Name.Of(row)!, registration.Kind.Of(row)!, registration.Code.Of(row), registration.Parent.Of(row)?.Id,
        registration.Side.Of(row) == registration.Side.Options[0] ? Side.Giver : Side.Receiver);

    private void Enter(Books books, Row row, int number)
    {
        var print = RowPrint.Of(row, books.Prints);
        if (seen.Note(books.Partnership, row.Ledger, print, number) is { } earlier)
        {
            Repeated(earlier, number);
            return;
        }
        if (books.TakenBy(row) is { } taken)
        {
            rejected++;
            findings.Add(new Finding(
                AddressOf(taken.Column, number), taken.Column.Name, "cell.taken", Severity.Blocks, $"第 {number} 行的“{taken.Column.Name}”已用在另一条记录（第 {taken.Record} 条）上，不能重复。",
                "请核对是哪一条写错了；如是同一单位改名，请先改正原记录。", ""));
            return;
        }
        if (Ledger.Registers is { } registration)
            books.Register(Announce(registration, books.Units, row).Id);
        foreach (var column in Ledger.Columns)
        {
            if (row[column] is UnitRef unit && books.Register(unit.Id) && column.Kind == ColumnKind.Organisation)
                findings.Add(NewOrganisation(column, unit, number));
        }
        outcomes[(int)books.Enter(row, print, told, sheetId, number)]++;
    }

    private void Repeated((string File, string Sheet, int Row, bool SameContent) earlier, int number)
    {
        if (earlier.SameContent)
        {
            outcomes[(int)Outcome.Unchanged]++;
            return;
        }
        rejected++;
        var column = Ledger.Keys[0][0];
        var where = $"{(earlier.File == file ? "" : $"《{earlier.File}》")}“{earlier.Sheet}”第 {earlier.Row} 行";
        findings.Add(new Finding(
            AddressOf(column, number), column.Name, "row.contradicts", Severity.Blocks,
            $"第 {number} 行与{where}是同一条记录（{string.Join('、', Ledger.Keys[0].Select(key => key.Name))}相同），但其他内容不同。", "请核对两行，只留正确的一行；如确是两件事，请改正其中一行的关键列。", ""));
    }

    private Finding NewOrganisation(Column column, UnitRef unit, int number) => new(
        AddressOf(column, number), column.Name, "org.added", Severity.Informs,
        $"“{unit.Name}”是第一次出现的单位，已登记。", "如它就是已登记的某个单位，请改用登记的名称后重新导入。", unit.Name);

    private string AddressOf(Column column, int row) => CellAddress.Of(row, places.GetValueOrDefault(column));

    private SheetReport Report() => new(planned.Sheet.Name, planned.Layout)
    {
        NonData = nonData,
        Accepted = outcomes[(int)Outcome.Accepted],
        Unchanged = outcomes[(int)Outcome.Unchanged],
        Corrected = outcomes[(int)Outcome.Corrected],
        Rejected = rejected,
        Findings = findings.All,
    };
}
