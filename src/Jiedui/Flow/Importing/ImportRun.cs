using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>One import under way. A real run commits after each file; a dry run keeps one transaction for all of them and gives it up at the end.</summary>
internal sealed class ImportRun : IDisposable
{
    private const string Savepoint = "file";

    private readonly Catalogue catalogue;
    private readonly SheetReader sheets;
    private readonly ImportOptions options;
    private readonly DbConnection connection;
    private readonly Vault vault;
    private readonly HashSet<long> founded = [];
    private readonly List<long> foundedBefore = [];
    private readonly SeenKeys seen = new();
    private readonly DoneFiles? done;
    private DbTransaction? transaction;

    /// <summary>Whether something is done in the transaction that must stay if the present file is given up.</summary>
    private bool holdsMore;

    /// <summary>Whether the present file began at a savepoint. One costs a copy of every page that the file changes, so it is set only where it is needed.</summary>
    private bool isSaved;

    public ImportRun(Database database, Catalogue catalogue, SheetReader sheets, ImportOptions options)
    {
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.options = options;
        connection = database.Connect();
        database.RefreshKeys();
        vault = database.Vault;
        done = options is { Run: { } name, DryRun: false } ? new DoneFiles(connection, vault, catalogue, name) : null;
    }

    /// <summary>Under which name a layout is remembered: somebody of one partnership teaches no other how to read a sender's columns.</summary>
    private string Sender => options.OnlyPartnership is { } own ? string.Create(CultureInfo.InvariantCulture, $"{own}/{options.Sender}") : options.Sender;

    /// <summary>The batch of the last file that is in the books; null before one is.</summary>
    public long? Batch { get; private set; }

    public IReadOnlyDictionary<string, string>? Remembered(Layout layout) =>
        options.Sender.Length == 0 ? null : Mappings.Find(connection, Transaction(), Sender, layout) ?? Mappings.Find(connection, Transaction(), options.Sender, layout);

    public void Remember(Layout layout, IReadOnlyDictionary<string, string> corrections)
    {
        if (options.Sender.Length > 0)
        {
            Mappings.Remember(connection, Transaction(), Sender, layout, corrections);
            holdsMore = true;
        }
    }

    /// <param name="number">The file's place among those of the run.</param>
    public FileReport Read(OpenedFile file, int number)
    {
        var current = Transaction();
        seen.Enter();
        foundedBefore.Clear();
        foundedBefore.AddRange(founded);
        isSaved = holdsMore;
        if (isSaved)
            current.Save(Savepoint);
        var before = done?.Find(current, number, file.File);
        // Each file is a batch of its own: others may write between two of them, and batches are seen in the order of their numbers.
        var batch = before?.Batch ?? Batches.Begin(connection, current, DateTimeOffset.UtcNow, "import", options.Actor, options.Sender);
        var (sha256, bytes) = file.Print();
        var source = new SourceFile(connection, current, batch, file.File.Name, sha256, bytes);

        var reports = new Dictionary<PlannedSheet, SheetReport>();
        using (var shelf = new Shelf(connection, current, catalogue, batch, vault, options))
        {
            foreach (var sheet in file.Sheets.Where(sheet => sheet.Layout.Ledger is not null).OrderBy(sheet => sheet.Order))
                reports[sheet] = Read(file.File, sheet, source, shelf);
            shelf.Finish();
        }
        // Read once more for what later files are held against; it is in the books already.
        if (before is { } told)
        {
            Undo();
            Batch = told.Batch;
            return told.Report;
        }
        var report = new FileReport(file.File, [.. file.Sheets.Select(sheet => reports.GetValueOrDefault(sheet) ?? Unread(sheet))]);
        if (options.Strict && report.Sheets.Any(sheet => sheet.Rejected > 0 || sheet.Ledger is null))
        {
            Abandon();
            return report with { IsKeptOut = true };
        }
        source.Tell("Import", options.Actor);
        done?.Note(current, number, batch, report);
        Batches.End(connection, current, batch, DateTimeOffset.UtcNow);
        Keep();
        Batch = batch;
        return report;
    }

    /// <summary>Gives up the present file: nothing of it is in the books, and nothing behind it is held against it.</summary>
    public void Abandon()
    {
        Undo();
        seen.GiveUp();
        founded.IntersectWith(foundedBefore);
    }

    private void Undo()
    {
        if (isSaved)
            transaction!.Rollback(Savepoint);
        else
            End(transaction!.Rollback);
        if (!options.DryRun && isSaved)
            End(transaction!.Commit);
    }

    public void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }

    private SheetReport Read(ImportFile file, PlannedSheet planned, SourceFile source, Shelf shelf)
    {
        var ledger = planned.Layout.Ledger!;
        var letters = planned.Layout.Columns.Where(column => column.Column is not null)
            .ToDictionary(column => column.Column!.Name, column => Intake.Workbooks.CellAddress.ColumnLetters(column.Index));
        var sheetId = source.Begin(planned.Sheet.Name, ledger, letters);
        seen.Enter(file.Name, planned.Sheet.Name);
        var entry = new SheetEntry(sheets, planned, sheetId, file.Name, seen, new EntryRights(options, catalogue), options);
        var report = ledger.Founds is { } founding
            ? entry.Found(founding, new Founding(connection, transaction!), shelf, founded)
            : entry.Enter(shelf.Of(PartnershipId()));
        source.End(sheetId, report.Accepted, report.Unchanged, report.Corrected, report.Rejected, shelf.Seals);
        return report;
    }

    /// <summary>A sheet of no known ledger: its rows are counted, and said to be unread.</summary>
    private SheetReport Unread(PlannedSheet planned)
    {
        var reading = sheets.Read(planned.Sheet, planned.Layout, (_, _, _, _) => CellReading.Empty);
        return new SheetReport(planned.Sheet.Name, planned.Layout) { NonData = [.. reading.Items().OfType<NonData>()], Findings = reading.Findings };
    }

    private long PartnershipId()
    {
        if (options.Partnership is { } name)
        {
            return Partnerships.Find(connection, name)?.Id
                ?? throw new ImportRefusedException($"没有名为“{name}”的帮扶关系。已有：{string.Join('、', Partnerships.All(connection).Select(known => known.Name))}。");
        }
        if (founded.Count == 1)
            return founded.First();
        return Partnerships.All(connection) switch
        {
            [var only] => only.Id,
            [] => throw new ImportRefusedException("还没有帮扶关系，不知道记入谁的账。请先导入《帮扶关系》表，或运行 jiedui partnership add。"),
            var several => throw new ImportRefusedException($"有多个帮扶关系，请用 --partnership 指明：{string.Join('、', several.Select(known => known.Name))}。"),
        };
    }

    private DbTransaction Transaction() => transaction ??= Database.BeginWriting(connection);

    private void Keep()
    {
        if (!options.DryRun)
            End(transaction!.Commit);
        else if (isSaved)
            transaction!.Release(Savepoint);
        holdsMore = options.DryRun;
    }

    private void End(Action how)
    {
        how();
        transaction!.Dispose();
        transaction = null;
        holdsMore = false;
    }
}
