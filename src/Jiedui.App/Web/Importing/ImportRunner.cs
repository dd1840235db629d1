using System.Data.Common;
using Jiedui.App.Gate;
using Jiedui.App.Web.Jobs;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Storage;

namespace Jiedui.App.Web.Importing;

/// <summary>Does the work of import jobs. Done twice it has the effect of once: the books know what of a job they hold.</summary>
internal sealed partial class ImportRunner(Database database, Catalogue catalogue, DeedLog deeds, ImportRows rows, WaitingFiles files, ILogger<ImportRunner> log)
{
    /// <param name="runner">Who does it: another name for each time that it is tried.</param>
    public void Run(string id, long turn, string runner)
    {
        if (rows.Take(id, turn, runner) is not { } state)
            return;
        var told = rows.Told(id);
        try
        {
            if (state is ImportState.Reading)
                Preview(id, runner, told);
            else
                Store(id, runner, told);
        }
        catch (ImportRefusedException refused)
        {
            Fail(id, runner, told, refused.Message);
        }
        catch (TakenOverException)
        {
            // Another process took this one for gone, and does the work: what was begun here has rolled back.
            TakenOver(id);
        }
        catch (Exception fault)
        {
            // Whatever it was, the page must not wait for ever.
            Failed(fault, id);
            BreakOff(id, runner);
        }
    }

    private void Preview(string id, string runner, ToldImport told)
    {
        using var uploads = FetchedUploads.Of(files, id, told.Files);
        var report = new Importer(database, catalogue).Import(uploads.Files, told.Options with { DryRun = true, Progress = new ToldProgress(rows, id, runner) });
        rows.End(id, runner, ImportState.Preview, told.With(report) with { Marked = Mark(id, report) });
    }

    private void Store(string id, string runner, ToldImport told)
    {
        using var uploads = FetchedUploads.Of(files, id, told.Files);
        using var connection = database.Connect();
        if (told.Before is null)
        {
            told = told with { Seen = OverAllTime(connection, told.Seen!) };
            told = told with { Before = Figures(connection, told) };
            if (!rows.Tell(id, runner, told))
                throw new TakenOverException();
        }
        var report = new Importer(database, catalogue).Import(uploads.Files, told.Options with { Progress = new ToldProgress(rows, id, runner) });
        Done(id, runner, told, report);
    }

    /// <summary>Ends a job of which files are in the books. Nothing that fails from here on undoes that.</summary>
    private void Done(string id, string runner, ToldImport told, ImportReport report)
    {
        deeds.TakeOver(told.Place);
        told = told.With(report);
        if (!rows.End(id, runner, ImportState.Done, told with { Before = null, Changes = Changes(id, told) }))
            return;
        files.Drop(id, ImportJobs.Uploads);
        new Importer(database, catalogue).Forget(id);
    }

    /// <summary>Ends a job that a fault broke off. Files that were stored before it stay in the books, and the page says which.</summary>
    private void BreakOff(string id, string runner)
    {
        var told = rows.Told(id);
        switch (Found(id, told))
        {
            case { IsDone: true } report:
                Done(id, runner, told, report);
                break;
            case not null:
                Fail(id, runner, told, "导入时系统出错，已记入运行日志；台账没有改动。请稍后再试。");
                break;
            default:
                Fail(id, runner, told, "导入时系统出错，已记入运行日志；有的文件可能已经入账，请到台账里核对。再传一次不会重复入账。");
                break;
        }
    }

    /// <returns>What is in the books of a job that was broken off; null where not even that can be told.</returns>
    private ImportReport? Found(string id, ToldImport told)
    {
        try
        {
            return new Importer(database, catalogue).BrokenOff(id, [.. told.Files.Select(name => new ImportFile(name, () => Stream.Null))]);
        }
        catch (Exception fault)
        {
            Failed(fault, id);
            return null;
        }
    }

    /// <summary>Which figures are others now; none where they cannot be reckoned.</summary>
    private IReadOnlyList<(KeptFigure Before, KeptFigure After)> Changes(string id, ToldImport told)
    {
        try
        {
            using var connection = database.Connect();
            return [.. (told.Before ?? []).Join(Figures(connection, told), before => before.Indicator, after => after.Indicator, (before, after) => (before, after)).Where(pair => pair.before != pair.after)];
        }
        catch (Exception fault)
        {
            FailedAfter(fault, id);
            return [];
        }
    }

    private static FigureQuery OverAllTime(DbConnection connection, FigureQuery seen) =>
        Partnerships.All(connection).FirstOrDefault(one => one.Id == seen.Partnership) is { } known ? seen with { Period = known.Life(DateOnly.FromDateTime(DateTime.Today)) } : seen;

    /// <summary>The figures that the job's ledgers feed.</summary>
    private List<KeptFigure> Figures(DbConnection connection, ToldImport told)
    {
        var figures = new Figures(connection, catalogue, database.Vault);
        var ledgers = told.Report!.SelectMany(file => file.Sheets).Select(sheet => sheet.Ledger is { } code ? catalogue.Ledger(code) : null).OfType<LedgerType>().ToHashSet();
        var fed = catalogue.Indicators.Where(indicator => indicator.Formula.Measures.SelectMany(catalogue.Feeding).Any(ledgers.Contains));
        return [.. figures.All([.. fed], told.Seen!).Select(KeptFigure.Of)];
    }

    private Dictionary<int, string> Mark(string id, ImportReport report)
    {
        files.Drop(id, ImportJobs.Copies);
        var marked = new Dictionary<int, string>();
        foreach (var (file, number) in report.Files.Select((file, number) => (file, number)))
        {
            if (file.Refusal is not null || !file.Sheets.Any(sheet => sheet.Findings.Any(finding => finding.Severity != Severity.Informs)))
                continue;
            var findings = file.Sheets.GroupBy(sheet => sheet.Sheet).ToDictionary(sheet => sheet.Key, sheet => sheet.First().Findings);
            if (MarkedCopy.Of(file.File.Open, file.File.Name, findings, database.Vault.Suite) is not { } copy)
                continue;
            using (copy)
            using (var content = copy.Content.Open())
                files.Keep(id, ImportJobs.Copies, number, content);
            marked[number] = copy.Name;
        }
        return marked;
    }

    private void Fail(string id, string runner, ToldImport told, string refusal)
    {
        if (rows.End(id, runner, ImportState.Failed, new ToldImport { Files = told.Files, Refusal = refusal }))
            files.Drop(id);
    }

    [LoggerMessage(LogLevel.Error, "Import {Job} failed")]
    private partial void Failed(Exception fault, string job);

    [LoggerMessage(LogLevel.Error, "Import {Job} is in the books; what comes after it failed")]
    private partial void FailedAfter(Exception fault, string job);

    [LoggerMessage(LogLevel.Warning, "Import {Job} was taken over by another process")]
    private partial void TakenOver(string job);
}

/// <summary>The work is another process's now.</summary>
internal sealed class TakenOverException : OperationCanceledException;
