using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Sealing;
using Jiedui.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>The command line's verbs over HTTP, with the same JSON (contract).</summary>
public static class ApiRoutes
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<UsageFaults>().WithTags("Jiedui");
        api.MapGet("/partnerships", (DbConnection connection) => Partnerships.All(connection).Select(PartnershipAnswer.Of)).WithSummary("帮扶关系");
        api.MapGet("/ledgers", (Catalogue catalogue) => catalogue.Ledgers.Select(LedgerAnswer.Of)).WithSummary("全部台账");
        api.MapGet("/figures", FiguresOf).WithSummary("指标的数值；code 可写多个，不写则全部");
        api.MapGet("/trace/{code}", TraceOf).WithSummary("一个数字背后的记录");
        api.MapGet("/report", ReportOf).WithSummary("报告文件；format 为 docx、html 或 md");
        api.MapGet("/verify", (DbConnection connection, Catalogue catalogue, Vault vault) => VerifyAnswer.Of(Verification.Run(connection, catalogue, vault))).WithSummary("逐笔重算，核对账目");
        api.MapPost("/import", Import).WithSummary("导入工作簿（multipart，字段名 files）").DisableAntiforgery();
        app.MapOpenApi();
        app.MapGet("/health/live", () => Results.Text("ok")).ExcludeFromDescription();
        app.MapGet("/health/ready", (DbConnection connection) => Results.Text(Partnerships.All(connection).Count >= 0 ? "ok" : "")).ExcludeFromDescription();
    }

    private static IEnumerable<FigureAnswer> FiguresOf([AsParameters] ApiQuestion asked, [FromQuery] string[]? code, Figures figures, Catalogue catalogue)
    {
        var query = asked.Query(figures.Connection);
        var indicators = code is { Length: > 0 }
            ? code.Select(one => IndicatorOf(catalogue, one))
            : catalogue.Indicators.Where(indicator => figures.Answers(indicator, query));
        return indicators.Select(indicator => FigureAnswer.Of(figures.Of(indicator, query))).ToList();
    }

    private static IEnumerable<TraceAnswer> TraceOf([AsParameters] ApiQuestion asked, string code, Figures figures, Catalogue catalogue, int limit = 100, int offset = 0) =>
        figures.Trace(IndicatorOf(catalogue, code), asked.Query(figures.Connection), Math.Clamp(limit, 1, 10_000), Math.Max(0, offset)).Select(TraceAnswer.Of).ToList();

    private static IResult ReportOf([AsParameters] ApiQuestion asked, Figures figures, Catalogue catalogue, HttpRequest request, string format = "docx")
    {
        if (!ReportWriter.Extensions.Contains("." + format))
            throw new UsageException($"报告只能写成 {string.Join('、', ReportWriter.Extensions)}。");
        var partnership = asked.Question.PartnershipIn(figures.Connection);
        var document = Reporter.Compose(catalogue, figures, partnership, asked.Question.In(figures.Connection, partnership), $"{request.Scheme}://{request.Host}");
        var written = new MemoryStream();
        ReportWriter.For("." + format)(document, written);
        written.Position = 0;
        return Results.File(written, "application/octet-stream", $"工作纪实.{format}");
    }

    private static async Task<IResult> Import(HttpRequest request, Importer importer, [FromQuery] bool dryRun = false, [FromQuery] bool strict = false, [FromQuery] string? partnership = null, [FromQuery] string? ledger = null, [FromQuery] string sender = "")
    {
        // A page of another site can make a browser post a form here, but not with a header of ours.
        if (request.Headers["X-Jiedui"].Count == 0)
            throw new UsageException("请带上请求头 X-Jiedui: 1。");
        var folder = Directory.CreateTempSubdirectory("jiedui-");
        try
        {
            var files = new List<ImportFile>();
            foreach (var upload in (await request.ReadFormAsync()).Files)
            {
                var path = Path.Combine(folder.FullName, files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await using (var file = File.Create(path))
                    await upload.CopyToAsync(file);
                files.Add(new ImportFile(path, Path.GetFileName(upload.FileName)));
            }
            if (files.Count == 0)
                throw new UsageException("没有收到文件，字段名应为 files。");
            var report = importer.Import(files, new ImportOptions { DryRun = dryRun, Strict = strict, Partnership = partnership, LedgerCode = ledger, Sender = sender, Actor = "api" });
            return Results.Json(ImportAnswer.Of(report), statusCode: report.ExitCode == 1 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Indicator IndicatorOf(Catalogue catalogue, string code) => catalogue.Indicator(code) ?? throw new UsageException($"没有指标“{code}”。");
}
