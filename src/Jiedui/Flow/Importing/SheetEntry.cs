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
    private readonly EntryRights rights;
    private readonly IProgress<ImportProgress>? progress;
    private readonly Side? side;
    private readonly Told told;
    private readonly Dictionary<Column, int> places;
    private readonly List<NonData> nonData = [];
    private readonly FindingLog findings = new();
    private readonly int[] outcomes = new int[3];
    private int rejected;

    public SheetEntry(SheetReader sheets, PlannedSheet planned, long sheetId, string file, SeenKeys seen, EntryRights rights, ImportOptions options)
    {
        this.sheets = sheets;
        this.planned = planned;
        this.sheetId = sheetId;
        this.file = file;
        this.seen = seen;
        this.rights = rights;
        progress = options.Progress;
        side = options.Side;
        places = planned.Layout.Columns.Where(column => column.Column is not null).ToDictionary(column => column.Column!, column => column.Index);
        told = new Told(places.Keys.Where(column => column != NotOurs).ToHashSet(), planned.Layout.Headers.ToHashSet());
    }

    private LedgerType Ledger => planned.Layout.Ledger!;

    /// <summary>The column in which the other side confirms; null for the keeper of both sides' books.</summary>
    private Column? NotOurs => side is { } own ? Ledger.Find(Voice.ColumnOf(Voice.Other(own))) : null;

    /// <summary>Enters the rows of an ordinary ledger, or of one that registers units.</summary>
    public SheetReport Enter(Books books)
    {
        if (!rights.Allows(Ledger))
            return Refused(CellsOf(books.Units));
        if (Ledger.Registers is { } registration)
            Announce(registration, books);
        var prepared = Prepared(books);
        // Rows that make units known change what the rows behind them mean: these wait for each other.
        if (Ledger.Registers is not null)
            ReadThrough(planned.Sheet, CellsOf(books.Units), Singly, prepared, _ => { }, (row, number) => Enter(books, row, number));
        else
            ReadThrough(new SheetAhead(planned.Sheet), CellsOf(books.Units), Ahead, prepared, block => Expect(books, block), (row, number) => Enter(books, row, number));
        return Report();
    }

    /// <summary>Enters rows each of which founds a partnership.</summary>
    public SheetReport Found(PartnershipFounding columns, Founding founding, Shelf shelf, HashSet<long> founded)
    {
        // Its two regions need not be registered: the row itself creates them.
        UnitMatch AnyName(string text, IReadOnlyList<UnitRef> context) => new(new UnitRef(0, text), []);
        var cells = new CellReader(AnyName, name => new UnitRef(0, name));
        if (!rights.Allows(Ledger))
            return Refused(cells);
        ReadThrough(planned.Sheet, cells, Singly, row => row, _ => { }, (row, number) =>
        {
            if (!rights.AllowsPartnership(founding.Known(columns, row)))
            {
                Reject(columns.Giver, number, "access.registry", $"第 {number} 行不是您所在的帮扶关系。", "别的帮扶关系请由管理全部帮扶关系的帮扶办录入。");
                return;
            }
            var partnership = founding.Found(columns, row, shelf.Of);
            founded.Add(partnership);
            var books = shelf.Of(partnership);
            // What the row says of it holds if the row does, and as it is stored: filled up with what was known before.
            if (Enter(books, Prepared(books)(row), number) is Outcome.Accepted or Outcome.Corrected)
                founding.Save(columns, row);
        });
        return Report();
    }

    /// <summary>A sheet that is not the importer's to enter: told once, and none of its rows is entered.</summary>
    private SheetReport Refused(CellReader cells)
    {
        findings.Add(new Finding(
            "", "", "access.registry", Severity.Blocks, $"《{Ledger.Name}》是基础信息，别的台账都以它为准，只有帮扶办可以录入；这张表没有入账。", "请把这张表交帮扶办导入。", ""));
        ReadThrough(planned.Sheet, cells, Singly, row => row, _ => { }, (_, _) => rejected++);
        return Report();
    }

    private Func<Row, PreparedRow> Prepared(Books books) => books.PreparationOf(Ledger, NotOurs);

    private static CellReader CellsOf(UnitRegistry units) => new(new UnitFinder(units).Find, units.FindOrPropose);

    /// <summary>Each row is read and prepared when the one before it was entered.</summary>
    private static IEnumerable<IReadOnlyList<(SheetItem Item, TRow? Good)>> Singly<TRow>(IEnumerable<SheetItem> items, Func<Row, TRow> prepare)
        where TRow : class
    {
        foreach (var item in items)
            yield return [(item, item is ReadRow { IsGood: true } row ? prepare(row.Row) : null)];
    }

    /// <summary>Rows are read on one thread and prepared on another, some blocks before they are entered.</summary>
    private static IEnumerable<IReadOnlyList<(SheetItem Item, TRow? Good)>> Ahead<TRow>(IEnumerable<SheetItem> items, Func<Row, TRow> prepare)
        where TRow : class =>
        ReadAhead.Blocks(ReadAhead.Of(items).Select(item => (item, item is ReadRow { IsGood: true } row ? prepare(row.Row) : null)));

    private void Expect(Books books, IReadOnlyList<(SheetItem Item, PreparedRow? Good)> block)
    {
        var prints = new List<RowPrint>(block.Count);
        foreach (var (_, good) in block)
        {
            if (good is not null)
                prints.Add(good.Print);
        }
        books.Expect(Ledger, prints);
    }

    /// <param name="read">How the sheet's items are read and prepared: as they are asked for, or ahead.</param>
    /// <param name="prepare">What is made of a good row while it is read.</param>
    /// <param name="expect">What is done with some rows before the first of them is entered.</param>
    /// <param name="enter">What is done with each, and its number.</param>
    private void ReadThrough<TRow>(
        Sheet sheet, CellReader cells, Func<IEnumerable<SheetItem>, Func<Row, TRow>, IEnumerable<IReadOnlyList<(SheetItem Item, TRow? Good)>>> read, Func<Row, TRow> prepare,
        Action<IReadOnlyList<(SheetItem Item, TRow? Good)>> expect, Action<TRow, int> enter)
        where TRow : class
    {
        var reading = sheets.Read(sheet, planned.Layout, cells.Read);
        foreach (var block in read(reading.Items(), prepare))
        {
            expect(block);
            foreach (var (item, good) in block)
                Take(item, good, enter);
        }
        findings.AddRange(reading.Findings);
    }

    private void Take<TRow>(SheetItem item, TRow? good, Action<TRow, int> enter)
        where TRow : class
    {
        if (item is NonData no)
            nonData.Add(no);
        else if (item is ReadRow row)
            findings.AddRange(row.Findings);
        if (good is not null)
            enter(good, item.Number);
        else if (item is ReadRow)
            rejected++;
        if (item.Number % ProgressEvery == 0)
            progress?.Report(new ImportProgress(file, planned.Sheet.Name, item.Number));
    }

    /// <summary>
    /// Makes the units of a registering sheet known before its rows are entered, for a parent may stand below its children. Each pass finds those whose parents
    /// the last one found; a row that stays wrong, or that will come back, is never announced.
    /// </summary>
    private void Announce(UnitRegistration registration, Books books)
    {
        for (var (before, now) = (-1, 0); now > before;)
        {
            before = now;
            now = 0;
            var reading = sheets.Read(planned.Sheet, planned.Layout, CellsOf(books.Units).Read);
            var first = new FirstClaims();
            foreach (var row in reading.Items().OfType<ReadRow>().Where(row => row.IsGood))
            {
                var print = RowPrint.Of(row.Row, books.Prints);
                if (!first.Allow(row.Row, print) || seen.Says(books.Partnership, Ledger, print.Key) is { } said && said != print.Content || books.TakenBy(row.Row) is not null)
                    continue;
                Announce(registration, books.Units, row.Row);
                now++;
            }
        }
    }

    internal static RegisteredUnit Announce(UnitRegistration registration, UnitRegistry units, Row row) => units.Announce(
        registration.Name.Of(row)!, registration.Kind.Of(row)!, registration.Code.Of(row), registration.Parent.Of(row)?.Id,
        registration.Side.Of(row) == registration.Side.Options[0] ? Side.Giver : Side.Receiver);

    /// <returns>What became of it; null where it came back, or was there before in this run.</returns>
    private Outcome? Enter(Books books, PreparedRow prepared, int number)
    {
        var (row, print, claimed, _, _) = prepared;
        if (rights.Against(row, print, books, number) is { } reason)
        {
            Reject(FirstUnitOf(row) ?? Ledger.Keys[0][0], number, "access.other_unit", reason.Message, reason.Remedy);
            return null;
        }
        if (books.TakenBy(row) is { } taken)
        {
            Reject(
                taken.Column, number, "cell.taken", $"第 {number} 行的“{taken.Column.Name}”已用在另一条记录（第 {taken.Record} 条）上，不能重复。",
                "请核对是哪一条写错了；如是同一单位改名，请先改正原记录。");
            return null;
        }
        if (seen.Note(books.Partnership, row.Ledger, print, number) is { } earlier)
        {
            Repeated(earlier, number);
            return null;
        }
        if (Ledger.Registers is { } registration)
            books.Register(Announce(registration, books.Units, row).Id);
        foreach (var column in Ledger.Columns)
        {
            if (row[column] is UnitRef unit && books.Register(unit.Id) && column.Kind == ColumnKind.Organisation)
                findings.Add(NewOrganisation(column, unit, number));
        }
        var stored = books.Enter(prepared, told, sheetId, number);
        if (stored.Outcome == Outcome.Contradicting)
        {
            seen.TakeBack(books.Partnership, row.Ledger);
            Reject(
                Ledger.Keys[0][0], number, "row.contradicts", $"第 {number} 行连同原来已入账的内容，与第 {stored.Previous!.Record} 条记录是同一条（{NamesOf(Ledger.Keys[0])}相同）。",
                "请核对这两条记录，撤回重复的一条后再导入。");
            return null;
        }
        outcomes[(int)stored.Outcome]++;
        if (claimed is not null && !claimed.Equals(row[NotOurs!]))
            findings.Add(NotYours(NotOurs!, claimed, number));
        if (stored is { Outcome: Outcome.Corrected, Previous.Erased: not null })
            findings.Add(Again(number));
        return stored.Outcome;
    }

    private void Repeated((string File, string Sheet, int Row, bool SameContent) earlier, int number)
    {
        if (earlier.SameContent)
        {
            outcomes[(int)Outcome.Unchanged]++;
            return;
        }
        var column = Ledger.Keys[0][0];
        var where = $"{(earlier.File == file ? "" : $"《{earlier.File}》")}“{earlier.Sheet}”第 {earlier.Row} 行";
        Reject(
            column, number, "row.contradicts",
            $"第 {number} 行与{where}是同一条记录（{NamesOf(Ledger.Keys[0])}相同），但其他内容不同。", "请核对两行，只留正确的一行；如确是两件事，请改正其中一行的关键列。");
    }

    private static Column? FirstUnitOf(Row row) => row.Ledger.Columns.FirstOrDefault(column => row[column] is UnitRef);

    private void Reject(Column column, int number, string code, string message, string remedy)
    {
        rejected++;
        findings.Add(new Finding(AddressOf(column, number), column.Name, code, Severity.Blocks, message, remedy, ""));
    }

    private Finding NewOrganisation(Column column, UnitRef unit, int number) => new(
        AddressOf(column, number), column.Name, "org.added", Severity.Informs,
        $"“{unit.Name}”是第一次出现的单位，已登记。", "如它就是已登记的某个单位，请改用登记的名称后重新导入。", unit.Name);

    private static string NamesOf(IEnumerable<Column> key) => string.Join('、', key.Select(column => column.Name));

    private Finding Again(int number) => new(
        AddressOf(Ledger.Keys[0][0], number), Ledger.Keys[0][0].Name, "person.again", Severity.Warns,
        $"第 {number} 行所记的人，此前已按要求清除个人信息；这一行与原来所记不同，个人信息又记入了账里。", "如果不应再保留，请再次清除。", "");

    private static string NameOf(Side side) => side == Side.Giver ? "帮扶方" : "受帮扶方";

    private Finding NotYours(Column column, object claimed, int number) => new(
        AddressOf(column, number), column.Name, "side.not_yours", Severity.Informs,
        $"第 {number} 行的“{column.Name}”没有采用：您代表{NameOf(side!.Value)}，不能替{NameOf(Voice.Other(side.Value))}确认；这一列仍按原来的记，其余各列照常入账。",
        $"请由{NameOf(Voice.Other(side.Value))}登录后确认，或由其报送。", claimed is true ? "是" : "否");

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
