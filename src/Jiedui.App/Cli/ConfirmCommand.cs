using System.CommandLine;
using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class ConfirmCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "台账代码" };
    private static readonly Argument<long[]> Records = new("RECORD") { Description = "记录号；不写则符合条件的全部", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Side = new("--side") { Description = "代表哪一方：giver（帮扶方）或 receiver（受帮扶方）", HelpName = "SIDE", Required = true };
    private static readonly Option<string[]> Where = new("--where") { Description = "只对某列含某值的记录，可写多个", HelpName = "列=值" };
    private static readonly Option<string?> Dispute = new("--dispute") { Description = "不是确认，而是提出异议，并写明原因", HelpName = "REASON" };
    private static readonly Option<bool> Review = new("--review") { Description = "只审核本方已录入、已确认而待审核的" };

    public static Command Create()
    {
        var command = new Command("confirm", "代表一方确认记录，或提出异议") { Code, Records, Side, Where, Dispute, Review };
        command.Does((session, parsed) =>
        {
            var reason = parsed.GetValue(Dispute);
            if (reason is not null && parsed.GetValue(Review))
                throw new UsageException("--dispute 和 --review 只能写一个。");
            var verdict = reason is not null ? Verdict.Dispute : parsed.GetValue(Review) ? Verdict.Review : Verdict.Confirm;
            var ledger = session.Ledger(parsed.GetValue(Code)!);
            var query = RuleWords.Records(ledger, new Reach(session.Partnership.Id), parsed.GetValue(Where) ?? []) with { FindsPersonal = true };
            var speaker = Speaking.SpeakerOf(Actor.Owner(Environment.UserName), RuleWords.Side(parsed.GetValue(Side)!))!;
            var numbers = parsed.GetValue(Records) is { Length: > 0 } named ? named : null;
            var heard = new BothSides(session.Database).SayAll(ledger, query, speaker, verdict, Seen.Now(session.Connection), numbers, RuleWords.Reason(verdict, reason));
            session.Output.Write(HeardAnswer.Of(ledger, speaker, verdict, heard), console => console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{ledger.Name}：已记下 {heard.Said} 条；未动：无须再表态 {heard.Already} 条，有异议 {heard.Disputed} 条。")));
            return numbers is not null && heard.Meant < numbers.Length ? 2 : 0;
        });
        return command;
    }
}
