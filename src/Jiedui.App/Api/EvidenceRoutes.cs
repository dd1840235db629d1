using System.Data.Common;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>The evidence of records over HTTP.</summary>
internal static class EvidenceRoutes
{
    private const string OfRecord = "/ledgers/{code}/records/{record:long}/evidence";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(OfRecord, List).Requires(Act.SeeEvidence).WithSummary("一条记录的佐证文件");
        api.MapPost(OfRecord, Add).Requires(Act.Enter).WithSummary("给一条记录添加佐证文件（multipart，字段名 files；grade 为 1 原始凭证、2 照片、3 情况说明）").DisableAntiforgery();
        api.MapGet("/evidence/missing", Missing).Requires(Act.SeeEvidence).WithSummary("缺佐证的数字；code 可写多个，不写则全部");
    }

    private static IResult List(
        string code, long record, [FromQuery] string? partnership, DbConnection connection, Catalogue catalogue, EvidenceBook book, Visitor visitor) =>
        Within(code, record, partnership, Act.SeeEvidence, connection, catalogue, visitor) is var (ledger, id)
            ? Results.Json(book.Of(connection, ledger, id, record).Select(EvidenceAnswer.Of))
            : Results.NotFound();

    private static async Task<IResult> Add(
        string code, long record, [FromQuery] string? partnership, [FromQuery] int? grade, HttpRequest request, DbConnection connection, Catalogue catalogue, EvidenceBook book,
        Visitor visitor, DeedLog deeds)
    {
        // A page of another site can make a browser post a form here, but not with a header of ours.
        if (request.Headers["X-Jiedui"].Count == 0)
            throw new UsageException("请带上请求头 X-Jiedui: 1。");
        if (grade is { } number && !EvidenceGrades.OfFiles.Contains((EvidenceGrade)number))
            throw new UsageException("grade 只能是 1（原始凭证）、2（照片）或 3（情况说明）。");
        if (Within(code, record, partnership, Act.Enter, connection, catalogue, visitor) is not var (ledger, id))
            return Results.NotFound();
        var files = (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files;
        if (files.Count == 0)
            throw new UsageException("没有收到文件，字段名应为 files。");
        var filed = book.Attach(ledger, id, record, files.Select(Uploads.Of), (EvidenceGrade?)grade, visitor.Known.Name);
        deeds.TakeOver(visitor.Known.Place);
        var isRefused = filed.All(file => file.Refusal is not null);
        return Results.Json(filed.Select(FiledAnswer.Of), statusCode: isRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IReadOnlyList<GradesAnswer> Missing([AsParameters] ApiQuestion asked, [FromQuery] string[]? code, Flow.Indicators.Figures figures, Catalogue catalogue) =>
        GradesAnswer.Missing(figures, asked.Query(figures.Connection), code is { Length: > 0 }
            ? code.Select(one => catalogue.Indicator(one) ?? throw new UsageException($"没有指标“{one}”。"))
            : catalogue.Indicators);

    /// <summary>The ledger and the partnership of a record that the visitor may do this to; null where to him there is none.</summary>
    private static (LedgerType Ledger, long Partnership)? Within(
        string code, long record, string? partnership, Act act, DbConnection connection, Catalogue catalogue, Visitor visitor)
    {
        var ledger = catalogue.Ledger(code) ?? throw new UsageException($"没有台账“{code}”。");
        var id = new Question { Partnership = partnership, Actor = visitor.Known }.PartnershipIn(connection).Id;
        return visitor.May(act, id) && RecordReach.Holds(connection, ledger, id, record, visitor.Known.Unit) ? (ledger, id) : null;
    }
}
