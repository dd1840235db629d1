using System.Data.Common;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>What is said to one record. The version is the one that the sender has seen.</summary>
public sealed record OneWord(int Version, string? Reason = null, string? Side = null);

/// <summary>What is said to many. <c>seen</c> is what /waiting gave: what was entered or corrected since is passed over.</summary>
public sealed record ManyWords(string? Seen, string[]? Where = null, long[]? Records = null, string? Reason = null, string? Side = null);

/// <summary>Confirming, disputing and reviewing over HTTP. The side is the account's own; naming another is refused.</summary>
internal static class WordRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        foreach (var (verdict, act, summary) in new[]
        {
            (Verdict.Confirm, Act.Confirm, "确认"), (Verdict.Dispute, Act.Confirm, "提出异议（写明原因）"), (Verdict.Review, Act.Review, "审核通过"), (Verdict.Return, Act.Review, "审核退回（写明原因）"),
        })
        {
            var name = verdict.ToString().ToLowerInvariant();
            api.MapPost($"/ledgers/{{code}}/records/{{record:long}}/{name}", (string code, long record, OneWord word, [FromQuery] string? partnership, WordDesk desk) => desk.One(verdict, code, record, word, partnership))
                .WithSummary(summary + "一条记录；version 是您看到的版本").Requires(act);
            api.MapPost($"/ledgers/{{code}}/{name}", (string code, ManyWords words, [FromQuery] string? partnership, WordDesk desk) => desk.Many(verdict, code, words, partnership))
                .WithSummary(summary + "多条记录；seen 取自 waiting").Requires(act);
        }
        api.MapGet("/disputes", (WordDesk desk, [FromQuery] string? partnership) => desk.Disputes(partnership)).WithSummary("未了结的异议").Requires(Act.SeeRecords);
        api.MapGet("/waiting", (WordDesk desk, [FromQuery] string? partnership) => desk.Waiting(partnership)).WithSummary("待确认、待审核的记录").Requires(Act.SeeRecords);
    }
}

/// <summary>Answers what is said over HTTP.</summary>
internal sealed class WordDesk(BothSides sides, DeedLog deeds, Visitor visitor, Catalogue catalogue, DbConnection connection, LedgerIndexes indexes, Vault vault)
{
    public IResult One(Verdict verdict, string code, long record, OneWord word, string? partnership)
    {
        var (ledger, id) = (LedgerOf(code), PartnershipOf(partnership));
        if (SpeakerFor(verdict, word.Side, id) is not { } speaker)
            return NotYours();
        var reply = sides.Say(ledger, id, speaker, verdict, record, word.Version, RuleWords.Reason(verdict, word.Reason));
        deeds.TakeOver(visitor.Known.Place);
        return reply switch
        {
            Reply.Said or Reply.Already => Results.Json(new { outcome = reply.ToString().ToLowerInvariant() }),
            Reply.Changed => Results.Problem("这条记录已被更正，没有改动。请取现在的版本再说。", statusCode: StatusCodes.Status409Conflict),
            Reply.SpokenAbove => Results.Problem("本方上级已对这条记录表态，请由其改动。", statusCode: StatusCodes.Status403Forbidden),
            Reply.Unknown => Results.Problem($"台账“{ledger.Name}”没有第 {record} 条记录。", statusCode: StatusCodes.Status404NotFound),
        };
    }

    public IResult Many(Verdict verdict, string code, ManyWords words, string? partnership)
    {
        var (ledger, id) = (LedgerOf(code), PartnershipOf(partnership));
        if (SpeakerFor(verdict, words.Side, id) is not { } speaker)
            return NotYours();
        var heard = sides.SayAll(ledger, RuleWords.Records(ledger, new Reach(id, visitor.Known.Unit), words.Where ?? []) with { FindsPersonal = visitor.May(Act.SeePersonal) }, speaker, verdict, Seen.Parse(words.Seen), words.Records, RuleWords.Reason(verdict, words.Reason));
        deeds.TakeOver(visitor.Known.Place);
        return Results.Json(HeardAnswer.Of(ledger, speaker, verdict, heard));
    }

    public IResult Disputes(string? partnership)
    {
        var id = PartnershipOf(partnership);
        return visitor.May(Act.SeeRecords, id)
            ? Results.Json(Dispute.Open(connection, catalogue.Ledgers, id, visitor.Known.Unit).Select(DisputeAnswer.Of)) : NotYours();
    }

    public IResult Waiting(string? partnership)
    {
        var id = PartnershipOf(partnership);
        return visitor.May(Act.SeeRecords, id)
            ? Results.Json(WaitingAnswer.Of(Seen.Now(connection), Flow.Confirming.Waiting.For(connection, indexes, vault.Prints, catalogue.Ledgers, id, visitor.Known.Side, visitor.Known.Unit))) : NotYours();
    }

    private Speaker? SpeakerFor(Verdict verdict, string? side, long partnership) =>
        Speaking.May(visitor.Known, verdict, partnership) ? Speaking.SpeakerOf(visitor.Known, side is null ? null : RuleWords.Side(side)) : null;

    private static IResult NotYours() => Results.Problem("您的账号不能在这里、或不能替这一方表态。请由该方的账号来做。", statusCode: StatusCodes.Status403Forbidden);

    private LedgerType LedgerOf(string code) => catalogue.Ledger(code) ?? throw new UsageException($"没有台账“{code}”。");

    private long PartnershipOf(string? name) => new Question { Partnership = name, Actor = visitor.Known }.PartnershipIn(connection).Id;
}
