using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Declaring;
using Jiedui.Flow.Importing.Typing;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Api;

/// <summary>Takes what was sent, and answers in the ways of HTTP.</summary>
internal sealed class RecordDesk(TypedEntries entries, Catalogue catalogue, Pen pen, DbConnection connection, DeedLog deeds)
{
    public IResult Enter(string code, string? partnershipName, IReadOnlyDictionary<string, string?>? cells, long? record, int version, string reason)
    {
        if (catalogue.Ledger(code) is not { } ledger)
            return Problem(StatusCodes.Status404NotFound, $"没有台账“{code}”。");
        if (cells is null)
            throw new UsageException("请求体里没有 cells：请按列名给出要填的内容，如 {\"cells\": {\"参加企业数\": \"13\"}}。");
        var partnership = new Question { Partnership = partnershipName, Actor = pen.Holder }.PartnershipIn(connection);
        if (!pen.Writes(ledger, partnership.Id))
            return Problem(StatusCodes.Status403Forbidden, $"您的账号不能填写“{ledger.Name}”。");
        var outcome = entries.Enter(new TypedEntry(ledger, partnership.Id, cells.ToDictionary(cell => cell.Key, cell => cell.Value ?? ""))
        {
            Record = record,
            Version = version,
            Reason = reason,
            Actor = pen.Holder.Name,
            Side = pen.Holder.Side,
            Level = Speaking.LevelOf(pen.Holder) ?? Level.Clerk,
            Within = pen.Holder.Unit,
        });
        deeds.TakeOver(pen.Holder.Place);
        return Answer(outcome);
    }

    private static IResult Answer(TypedOutcome outcome) => outcome switch
    {
        TypedOutcome.Stored stored => Results.Json(new TypedAnswer(stored.Record, stored.Version, true, [.. stored.Findings.Select(FindingAnswer.Of)])),
        TypedOutcome.Unchanged same => Results.Json(new TypedAnswer(same.Record, same.Version, false, [])),
        TypedOutcome.Overtaken overtaken => Problem(StatusCodes.Status409Conflict, overtaken.Message),
        TypedOutcome.Wrong wrong => Results.Problem(
            "填写的内容有误，没有存入。", statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?> { ["findings"] = wrong.Findings.Select(FindingAnswer.Of).ToList() }),
        _ => Problem(StatusCodes.Status404NotFound, "没有这条记录。"),
    };

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
