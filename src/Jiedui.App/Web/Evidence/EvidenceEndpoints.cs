using System.Data.Common;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Api;
using Jiedui.App.Gate;
using Jiedui.App.Web.Importing;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Evidence;

/// <summary>What the pages send and show of evidence. A file is seen by whoever may see a record that it stands behind, and by nobody else.</summary>
internal static class EvidenceEndpoints
{
    private const int LongestReason = 200;

    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("").AddEndpointFilter<RefusedForms>();
        forms.MapPost("/ledgers/{code}/{record:long}/evidence", Add).Requires(Act.Enter);
        forms.MapPost("/ledgers/{code}/{record:long}/evidence/{id:long}/remove", Remove).Requires(Act.Withdraw);
        forms.MapPost("/evidence/upload", AddMatching).Requires(Act.Enter);
        app.MapGet("/evidence/{id:long}/view", View).Requires(Act.SeeEvidence);
        app.MapGet("/evidence/{id:long}/original", Original).Requires(Act.SeeEvidence);
    }

    private static async Task<IResult> Add(
        string code, long record, HttpContext context, IAntiforgery antiforgery, EvidenceBook book, DbConnection connection, Standpoint here, Catalogue catalogue, Visitor visitor,
        DeedLog deeds, FiledForms filed)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (Within(code, record, Act.Enter, connection, here, catalogue, visitor) is not var (ledger, partnership))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var files = form.Files.Where(file => file.FileName.Length > 0).ToList();
        var page = here.Link($"/ledgers/{code}/{record}") + "#evidence";
        // The form demands a file and a grade; whoever posts without is shown the form again.
        if (files.Count == 0 || GradeIn(form) is not { } grade)
            return Results.Redirect(page);
        var result = book.Attach(ledger, partnership, record, files.Select(Uploads.Of), grade, visitor.Known.Name);
        deeds.TakeOver(visitor.Known.Place);
        return Results.Redirect(result.All(file => file.Refusal is null) ? page : here.Link("/evidence/filed/" + filed.Keep(visitor.Known, result, page)));
    }

    private static async Task<IResult> AddMatching(
        HttpContext context, IAntiforgery antiforgery, EvidenceBook book, Standpoint here, Visitor visitor, DeedLog deeds, FiledForms filed)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (here.Partnership is not { } partnership || !visitor.May(Act.Enter, partnership.Id))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var files = form.Files.Where(file => file.FileName.Length > 0).ToList();
        if (files.Count == 0 || GradeIn(form) is not { } grade)
            return Results.Redirect(here.Link("/evidence/add"));
        var result = book.AttachMatching(partnership.Id, files.Select(Uploads.Of), grade, visitor.Known.Name, visitor.Known.Unit);
        deeds.TakeOver(visitor.Known.Place);
        return Results.Redirect(here.Link("/evidence/filed/" + filed.Keep(visitor.Known, result, here.Link("/evidence/add"))));
    }

    private static async Task<IResult> Remove(
        string code, long record, long id, HttpContext context, IAntiforgery antiforgery, EvidenceBook book, DbConnection connection, Standpoint here, Catalogue catalogue,
        Visitor visitor, DeedLog deeds)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (Within(code, record, Act.Withdraw, connection, here, catalogue, visitor) is not var (ledger, partnership))
            return Results.NotFound();
        var reason = (await context.Request.ReadFormAsync(context.RequestAborted))["reason"].ToString().Trim();
        if (reason.Length is > 0 and <= LongestReason && book.Remove(ledger, partnership, record, id, reason, visitor.Known.Name))
            deeds.TakeOver(visitor.Known.Place);
        return Results.Redirect(here.Link($"/ledgers/{code}/{record}") + "#evidence");
    }

    /// <summary>A picture made anew from the file's pixels; nothing else of any file is ever shown.</summary>
    private static IResult View(long id, HttpContext context, EvidenceBook book, ShownPictures pictures, DbConnection connection, Standpoint here, Visitor visitor)
    {
        if (Find(id, book, connection, here, visitor) is not { } evidence || !evidence.Type.IsPicture())
            return Results.NotFound();
        return Guarded(context, () => Results.Bytes(pictures.Of(evidence, isSmall: context.Request.Query["size"] == "small"), "image/jpeg"));
    }

    /// <summary>The file as it came, with all that it holds: taken out, and that is recorded.</summary>
    private static IResult Original(long id, HttpContext context, EvidenceBook book, DbConnection connection, Standpoint here, Visitor visitor, AuditLog audit)
    {
        if (Find(id, book, connection, here, visitor) is not { } evidence)
            return Results.NotFound();
        return Guarded(context, () =>
        {
            var content = book.Original(evidence);
            audit.Note(
                visitor.Known, AuditAct.Export, $"{evidence.Record.Ledger} {evidence.Record.Record}",
                System.Text.Json.JsonSerializer.Serialize(new { evidence = evidence.Id, sha256 = evidence.Sha256 }, Json.Readable), here.Partnership!.Id);
            return Results.File(content, "application/octet-stream", evidence.SafeName);
        });
    }

    private static IResult Guarded(HttpContext context, Func<IResult> give)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            return give();
        }
        catch (EvidenceRefusedException fault)
        {
            return Results.Text($"这份佐证打不开：{fault.Message}。请联系系统管理员运行 verify 核对，并从备份恢复。", statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    private static AttachedEvidence? Find(long id, EvidenceBook book, DbConnection connection, Standpoint here, Visitor visitor) =>
        here.Partnership is { } partnership && visitor.May(Act.SeeEvidence, partnership.Id) ? book.Find(connection, partnership.Id, id, visitor.Known.Unit) : null;

    /// <summary>The ledger and the partnership of a record that the visitor may do this to; null where to him there is none.</summary>
    private static (LedgerType Ledger, long Partnership)? Within(
        string code, long record, Act act, DbConnection connection, Standpoint here, Catalogue catalogue, Visitor visitor) =>
        catalogue.Ledger(code) is { } ledger && here.Partnership is { } partnership && visitor.May(act, partnership.Id)
        && RecordReach.Holds(connection, ledger, partnership.Id, record, visitor.Known.Unit)
            ? (ledger, partnership.Id)
            : null;

    private static EvidenceGrade? GradeIn(IFormCollection form) =>
        EvidenceGrades.OfFiles.Select(grade => (EvidenceGrade?)grade).FirstOrDefault(grade => form["grade"] == ((int)grade!).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
