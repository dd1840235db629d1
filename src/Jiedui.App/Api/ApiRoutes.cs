using System.Data.Common;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>The command line's verbs over HTTP, with the same JSON (contract).</summary>
public static class ApiRoutes
{
    public static void MapApi(this WebApplication app, long largestUpload)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<UsageFaults>().AddEndpointFilter<CookieForms>().AddEndpointFilter<OwnPartnership>().WithTags("Jiedui");
        api.MapGet("/partnerships", PartnershipsOf).WithSummary("帮扶关系").Requires(Act.SeeFigures);
        api.MapGet("/ledgers", (Catalogue catalogue) => catalogue.Ledgers.Select(LedgerAnswer.Of)).WithSummary("全部台账").Requires(Act.SeeFigures);
        api.MapGet("/figures", FiguresOf).WithSummary("指标的数值；code 可写多个，不写则全部").Requires(Act.SeeFigures);
        api.MapGet("/trace/{code}", TraceOf).WithSummary("一个数字背后的记录").Requires(Act.SeeRecords);
        api.MapGet("/report", ReportOf).Limited(Limit.Export).WithSummary("报告文件；format 为 docx、html 或 md").Requires(Act.Report);
        api.MapGet("/pack", Pack).Limited(Limit.Pack).WithSummary("证据包（.zip），可用 verify 离线核验").Requires(Act.Pack);
        api.MapGet("/verify", Verify).WithSummary("逐笔重算，核对账目和审计日志；anchor 是打印留存的校验值，可写多个").Requires(Act.Verify);
        api.MapPost("/import", ImportRoute.Of).TakesFiles(largestUpload).Limited(Limit.Import).WithSummary("导入工作簿（multipart，字段名 files）").DisableAntiforgery().Requires(Act.Enter);
        api.MapGet("/match", MatchRoute.Of).Limited(Limit.Export).WithSummary("为摸排到的劳动力推荐岗位，只是推荐、不入账；fair 只用一场招聘活动的岗位").Requires(Act.SeeRecords);
        RecordRoutes.Map(api);
        EvidenceRoutes.Map(api);
        WordRoutes.Map(api);
        app.MapOpenApi().Requires(Act.SeeFigures);
        app.MapGet("/health/live", () => Results.Text("ok")).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/health/ready", (DbConnection connection) => Results.Text(Partnerships.All(connection).Count >= 0 ? "ok" : "")).ExcludeFromDescription().AllowAnonymous();
    }

    private static IEnumerable<PartnershipAnswer> PartnershipsOf(DbConnection connection, Visitor visitor) =>
        Partnerships.All(connection).Where(one => Policy.SeesBooks(visitor.Known, one.Id)).Select(PartnershipAnswer.Of).ToList();

    private static VerifyAnswer Verify([FromQuery] string[]? anchor, Database database, Catalogue catalogue, Visitor visitor) =>
        VerifyAnswer.Of(WholeCheck.Run(database, catalogue, [.. (anchor ?? []).Select(AnchorText.Parse)]), visitor.Known);

    /// <summary>A program is told by the status; the error page is for people, and would not take its POST.</summary>
    public static Task AnswerPlainly(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }

    private static IEnumerable<FigureAnswer> FiguresOf([AsParameters] ApiQuestion asked, [FromQuery] string[]? code, Figures figures, Catalogue catalogue)
    {
        var query = asked.Query(figures.Connection);
        var indicators = code is { Length: > 0 }
            ? code.Select(one => IndicatorOf(catalogue, one))
            : catalogue.Indicators.Where(indicator => figures.Answers(indicator, query));
        return figures.All([.. indicators], query).Select(FigureAnswer.Of).ToList();
    }

    private static IEnumerable<TraceAnswer> TraceOf([AsParameters] ApiQuestion asked, string code, Figures figures, Catalogue catalogue, AuditLog audit, int limit = 100, int offset = 0)
    {
        var query = asked.Query(figures.Connection);
        var lines = figures.Trace(IndicatorOf(catalogue, code), query, Math.Clamp(limit, 1, 10_000), Math.Max(0, offset));
        FoundPersons.Note(audit, asked.Visitor.Known, query, catalogue, lines);
        return lines.Select(TraceAnswer.Of).ToList();
    }

    private static IResult ReportOf([AsParameters] ApiQuestion asked, Figures figures, Catalogue catalogue, HttpRequest request, AuditLog audit, [FromQuery(Name = "format")] string? asFormat = null)
    {
        var format = asFormat ?? "docx";
        if (!ReportWriter.Extensions.Contains("." + format))
            throw new UsageException($"报告只能写成 {string.Join('、', ReportWriter.Extensions)}。");
        var partnership = asked.Question.PartnershipIn(figures.Connection);
        var document = Reporter.Compose(catalogue, figures, partnership, asked.Question.In(figures.Connection, partnership), $"{request.Scheme}://{request.Host}");
        var written = new MemoryStream();
        ReportWriter.For("." + format)(document, written);
        audit.Note(asked.Visitor.Known, AuditAct.Report, $"{WorkRecord.Code}.{format}", document.Request.Period.ToString(), partnership.Id);
        written.Position = 0;
        return Results.File(written, "application/octet-stream", $"工作纪实.{format}");
    }

    private static IResult Pack([AsParameters] ApiQuestion asked, DbConnection connection, Database database, Catalogue catalogue)
    {
        var partnership = asked.Question.PartnershipIn(connection);
        var query = asked.Question.In(connection, partnership);
        // Its figures are reckoned again from masked records, of which no condition on a person could be asked.
        if (query.Where.Count > 0)
            throw new UsageException("证据包不能按列筛选，请去掉 where；可以用 from、to、unit、as_of 和 confirmed。");
        return WrittenFile.Of(
            database.Vault.Suite, stream => Packer.Write(database, connection, catalogue, partnership, query, asked.Visitor.Known, stream), "application/zip",
            $"{partnership.Giver}对口帮扶{partnership.Receiver}证据包.zip");
    }

    private static Indicator IndicatorOf(Catalogue catalogue, string code) => catalogue.Indicator(code) ?? throw new UsageException($"没有指标“{code}”。");
}
