using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Flow.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>Workbooks that a program sends.</summary>
internal static partial class ImportRoute
{
    public static async Task<IResult> Of(HttpRequest request, Importer importer, DbConnection connection, Visitor visitor, DeedLog deeds, ILogger<Importer> log, [FromQuery] bool dryRun = false, [FromQuery] bool strict = false, [FromQuery] string? partnership = null, [FromQuery] string? ledger = null, [FromQuery] string? sender = null)
    {
        if (partnership is null && visitor.Known.Partnership is not null)
            partnership = new Question { Actor = visitor.Known }.PartnershipIn(connection).Name;
        var files = (await FilesOf(request)).Select(upload => new ImportFile(Path.GetFileName(upload.FileName), upload.OpenReadStream)).ToList();
        if (files.Count == 0)
            throw new UsageException("没有收到文件，字段名应为 files。");
        var report = Import(importer, files, new ImportOptions { DryRun = dryRun, Strict = strict, Partnership = partnership, LedgerCode = ledger, Sender = sender ?? "" }.By(visitor.Known), log);
        deeds.TakeOver(visitor.Known.Place);
        return Results.Json(ImportAnswer.Of(report), statusCode: StatusOf(report));
    }

    private static int StatusOf(ImportReport report) => report switch
    {
        { IsBrokenOff: true } => StatusCodes.Status500InternalServerError,
        { IsDone: true } => StatusCodes.Status200OK,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>Where a fault breaks it off, the sender is told nevertheless which of his files are in the books.</summary>
    private static ImportReport Import(Importer importer, IReadOnlyList<ImportFile> files, ImportOptions how, ILogger log)
    {
        try
        {
            return importer.Import(files, how);
        }
        catch (ImportBrokenException broken)
        {
            Broken(log, broken);
            return broken.Report;
        }
    }

    /// <summary>What the form brings. A form that breaks off or is none is the sender's to mend.</summary>
    private static async Task<IFormFileCollection> FilesOf(HttpRequest request)
    {
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files;
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            throw new UsageException("请求体不是完整的 multipart 表单。请核对 Content-Type、boundary 和各部分的写法，再发一次。");
        }
    }

    [LoggerMessage(LogLevel.Error, "An import was broken off")]
    private static partial void Broken(ILogger log, Exception fault);
}
