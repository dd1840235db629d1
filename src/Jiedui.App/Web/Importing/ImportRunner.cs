using System.Data.Common;
using Jiedui.Access.Auditing;
using Jiedui.App.Web.Jobs;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Storage;

namespace Jiedui.App.Web.Importing;

/// <summary>Does the work of import jobs. Done twice it has the effect of once: the books know what of a job they hold.</summary>
internal sealed partial class ImportRunner(Database database, Catalogue catalogue, AuditLog audit, ImportRows rows, WaitingFiles files, ILogger<ImportRunner> log)
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
            // Whatever it was, the page must not wait for ever; the transaction has rolled back.
            Failed(fault, id);
            Fail(id, runner, told, "导入时系统出错，已记入运行日志；台账没有改动。请稍后再试。");
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
        var importer = new Importer(database, catalogue);
        var report = importer.Import(uploads.Files, told.Options with { Progress = new ToldProgress(rows, id, runner) });
        audit.TakeOver(told.Place);
        told = told.With(report);
        var changes = told.Before!.Join(Figures(connection, told), before => before.Indicator, after => after.Indicator, (before, after) => (before, after)).Where(pair => pair.before != pair.after);
        if (!rows.End(id, runner, ImportState.Done, told with { Before = null, Changes = [.. changes] }))
            return;
        files.Drop(id, ImportJobs.Uploads);
        importer.Forget(id);
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

    [LoggerMessage(LogLevel.Warning, "Import {Job} was taken over by another process")]
    private partial void TakenOver(string job);
}

/// <summary>The work is another process's now.</summary>
internal sealed class TakenOverException : Exception;
