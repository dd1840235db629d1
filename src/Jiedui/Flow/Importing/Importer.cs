using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>Brings workbooks into the books: reads, matches, checks, stores and posts. One transaction per file; every row accounted for (design §4).</summary>
public sealed class Importer(Database database, Catalogue catalogue)
{
    private readonly SheetReader sheets = new(catalogue);

    /// <exception cref="ImportRefusedException">It cannot begin: an unknown ledger code. Nothing was stored.</exception>
    /// <exception cref="ImportBrokenException">A fault of the system broke it off when files were stored already.</exception>
    public ImportReport Import(IReadOnlyList<ImportFile> files, ImportOptions options)
    {
        var forced = options.LedgerCode is { } code
            ? catalogue.Ledger(code) ?? throw new ImportRefusedException($"没有台账“{code}”。可用 jiedui ledgers 查看全部台账代码。")
            : null;
        var reports = new FileReport[files.Count];
        var opened = new List<(int Index, OpenedFile File)>();
        using var run = new ImportRun(database, catalogue, sheets, options);
        try
        {
            for (var index = 0; index < files.Count; index++)
            {
                try
                {
                    opened.Add((index, OpenedFile.Open(files[index], catalogue, LayoutsOf(index, forced, options, run))));
                }
                catch (Exception fault) when (Refusal(files[index], fault) is not null)
                {
                    reports[index] = new FileReport(files[index], [], Refusal(files[index], fault));
                }
            }
            foreach (var (index, file) in opened.OrderBy(pair => pair.File.Order))
                reports[index] = Read(run, file, index);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !options.DryRun && reports.Any(report => report is { IsStored: true }))
        {
            throw new ImportBrokenException(ImportReport.BrokenOff(run.Batch, files, reports), fault);
        }
        finally
        {
            foreach (var (_, file) in opened)
                file.Dispose();
        }
        return new ImportReport(options.DryRun ? null : run.Batch, reports);
    }

    /// <summary>What became of the files of a named run that a fault broke off, whoever began it: the books know what they hold of it.</summary>
    public ImportReport BrokenOff(string run, IReadOnlyList<ImportFile> files)
    {
        using var connection = database.Connect();
        database.RefreshKeys();
        var done = new DoneFiles(connection, database.Vault, catalogue, run);
        var found = files.Select((file, number) => done.Find(null, number, file)).ToList();
        return ImportReport.BrokenOff(found.Max(one => one?.Batch), files, found.Select(one => one?.Report));
    }

    /// <summary>Forgets what was kept of a run for the case that it is broken off.</summary>
    public void Forget(string run)
    {
        using var connection = database.Connect();
        connection.Execute("DELETE FROM import_done WHERE run = @run", new { run });
    }

    /// <summary>Founds a partnership without a 帮扶关系 sheet.</summary>
    public Partnership Found(string giver, string receiver, PartialDate from, string actor)
    {
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "partnership", actor, "");
        var id = new Founding(connection, transaction).Found(giver, receiver, from.First, null, null);
        using (var books = new Books(connection, transaction, catalogue, id, batch, database.Vault, new SheetSeals(database.Vault.Prints)))
        {
            Founding.Region(books, giver, Side.Giver);
            Founding.Region(books, receiver, Side.Receiver);
            books.Finish();
        }
        Deeds.Tell(connection, transaction, batch, id, "Partnership", actor, new { giver, receiver, from = from.ToString() });
        transaction.Commit();
        return Partnerships.All(connection).First(partnership => partnership.Id == id);
    }

    /// <summary>Withdraws a record that should never have been there (重复、误报): it stays readable with its reason, and counts no more.</summary>
    /// <returns>False where there is no such current record within reach.</returns>
    public bool Withdraw(LedgerType ledger, Reach reach, long record, string reason, string actor)
    {
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "withdrawal", actor, "", reason);
        using var books = new Books(connection, transaction, catalogue, reach.Partnership, batch, database.Vault, new SheetSeals(database.Vault.Prints));
        if (books.Withdraw(ledger, record, reach) is not { } version)
            return false;
        books.Finish();
        Deeds.Tell(connection, transaction, batch, reach.Partnership, "Withdrawal", actor, new { ledger = ledger.Code, record, version, reason = Mask.Within(reason) });
        transaction.Commit();
        return true;
    }

    /// <summary>A file can break off in its middle, too: then none of it is stored.</summary>
    private static FileReport Read(ImportRun run, OpenedFile file, int number)
    {
        try
        {
            return run.Read(file, number);
        }
        catch (Exception fault) when (Refusal(file.File, fault) is not null)
        {
            run.Abandon();
            return new FileReport(file.File, [], Refusal(file.File, fault));
        }
    }

    /// <summary>How the sheets of a file are read: as is remembered of their sender, and over that as somebody corrects it now; both are remembered.</summary>
    /// <param name="number">The file's place among those of the run.</param>
    private Func<Sheet, Layout> LayoutsOf(int number, LedgerType? forced, ImportOptions options, ImportRun run) => sheet =>
    {
        var asWritten = sheets.Find(sheet, forced);
        var said = run.Remembered(asWritten) ?? new Dictionary<string, string>();
        if (options.CorrectionsOf(number, sheet.Name) is { Count: > 0 } corrections)
        {
            said = new CorrectedSheet(number, sheet.Name, corrections).Over(said);
            run.Remember(asWritten, said);
        }
        return said.Count > 0 ? sheets.Find(sheet, forced, said) : asWritten;
    };

    private static Finding? Refusal(ImportFile file, Exception fault) => fault switch
    {
        UnreadableFileException unreadable => new Finding("", "", unreadable.Code, Severity.Blocks, unreadable.Message, unreadable.Remedy, ""),
        FileNotFoundException or DirectoryNotFoundException =>
            new Finding("", "", "file.missing", Severity.Blocks, $"找不到文件“{file.Name}”。", "请核对文件名和所在文件夹。", ""),
        UnauthorizedAccessException => new Finding("", "", "file.denied", Severity.Blocks, $"没有读取“{file.Name}”的权限，或它是一个文件夹。", "请核对路径和文件权限。", ""),
        ImportRefusedException refused => new Finding("", "", "partnership.unclear", Severity.Blocks, refused.Message, "", ""),
        IOException => new Finding("", "", "file.unreadable", Severity.Blocks, $"读取“{file.Name}”时出错。", "请确认文件没有损坏、没有被别的程序占用，再试一次。", ""),
        _ => null,
    };
}
