using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Answers;

/// <summary>What became of a word to many records.</summary>
public sealed record HeardAnswer(string Ledger, Side Side, Verdict Verdict, long Said, long Already, long Disputed, long Changed, long OutOfReach)
{
    public static HeardAnswer Of(LedgerType ledger, Speaker speaker, Verdict verdict, Heard heard) =>
        new(ledger.Code, speaker.Side, verdict, heard.Said, heard.Already, heard.Disputed, heard.Changed, heard.OutOfReach);
}

public sealed record DisputeAnswer(string Ledger, string Name, long Record, int Version, Side Side, string Actor, DateTimeOffset At, string Reason)
{
    public static DisputeAnswer Of(Dispute dispute) =>
        new(dispute.Ledger.Code, dispute.Ledger.Name, dispute.Record, dispute.Version, dispute.Side, dispute.Actor, dispute.At, dispute.Reason);
}

/// <summary>What waits, and how much of the books the asker has seen by it; a word to many records carries <c>seen</c> back.</summary>
public sealed record WaitingAnswer(string Seen, IReadOnlyList<WaitingLedgerAnswer> Ledgers)
{
    public static WaitingAnswer Of(Seen seen, IReadOnlyList<Waiting> waiting) =>
        new(seen.ToString(), [.. waiting.Select(one => new WaitingLedgerAnswer(one.Ledger.Code, one.Ledger.Name, one.Unconfirmed, one.InReview, one.Disputed))]);
}

public sealed record WaitingLedgerAnswer(string Ledger, string Name, long Unconfirmed, long InReview, long Disputed);

public sealed record RulesAnswer(string ReviewGiver, string ReviewReceiver, string Official)
{
    public static RulesAnswer Of(Rules rules) => new(RuleWords.Of(rules.Giver), RuleWords.Of(rules.Receiver), rules.OnlyConfirmed ? RuleWords.Confirmed : RuleWords.Entered);
}

/// <summary>How rules are written at the command line.</summary>
public static class RuleWords
{
    public const string Confirmed = "confirmed";
    public const string Entered = "entered";

    private static readonly (ReviewSteps Steps, string Word)[] Words =
        [(ReviewSteps.None, "none"), (ReviewSteps.Unit, "unit"), (ReviewSteps.Office, "office"), (ReviewSteps.Unit | ReviewSteps.Office, "unit,office")];

    public static string Of(ReviewSteps steps) => Words.First(pair => pair.Steps == steps).Word;

    public static ReviewSteps Steps(string word) => Words.FirstOrDefault(pair => pair.Word == word) is { Word: not null } known
        ? known.Steps
        : throw new UsageException($"“{word}”不是审核步骤，可用：{string.Join('、', Words.Select(pair => pair.Word))}（不审核、单位审核、帮扶办审核、先单位后帮扶办）。");

    /// <summary>As an office says it.</summary>
    public static string Told(ReviewSteps steps) => steps switch
    {
        ReviewSteps.None => "不审核",
        ReviewSteps.Unit => "经办人录入、确认后由单位负责人审核",
        ReviewSteps.Office => "经办人录入、确认后由帮扶办审核",
        ReviewSteps.Unit | ReviewSteps.Office => "经办人录入、确认后先由单位负责人、再由帮扶办审核",
        _ => steps.ToString(),
    };

    public static string Told(bool onlyConfirmed) => onlyConfirmed ? "双方确认的才算" : "入账即算";

    /// <summary>All ways to review, the shortest first.</summary>
    public static IEnumerable<ReviewSteps> AllSteps => Words.Select(pair => pair.Steps);

    public static bool OnlyConfirmed(string word) => word switch
    {
        Confirmed => true,
        Entered => false,
        _ => throw new UsageException($"“{word}”不是口径，可用：{Entered}（入账即算）、{Confirmed}（双方确认）。"),
    };

    public static Side Side(string word) => word switch
    {
        "giver" => Measures.Side.Giver,
        "receiver" => Measures.Side.Receiver,
        _ => throw new UsageException($"“{word}”不是哪一方，可用：giver（帮扶方）、receiver（受帮扶方）。"),
    };

    /// <summary>The records that conditions (列名=值) name. A condition that would not narrow anything is refused: nobody confirms more than was meant.</summary>
    public static RecordQuery Records(LedgerType ledger, Reach reach, IEnumerable<string> conditions)
    {
        var where = conditions.Select(Question.Condition).ToList();
        foreach (var (column, value) in where)
        {
            if (ledger.Find(column) is null)
                throw new UsageException($"台账“{ledger.Name}”没有“{column}”这一列。");
            if (value.Length == 0)
                throw new UsageException($"条件“{column}=”没有写值。");
        }
        return new RecordQuery(reach) { Where = where };
    }

    public static string Reason(Verdict verdict, string? reason) => verdict is not (Verdict.Dispute or Verdict.Return) ? "" : reason?.Trim() is { Length: > 0 and <= BothSides.LongestReason } given
        ? given
        : throw new UsageException($"提出异议要写明原因，不超过 {BothSides.LongestReason} 字。");
}
