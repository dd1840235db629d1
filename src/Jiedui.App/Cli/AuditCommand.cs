using System.CommandLine;
using System.Globalization;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Measures;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>The audit log at the command line: read it, anchor it, check it.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Actor = new("--actor") { Description = "操作人，写一部分也可", HelpName = "NAME" };
    private static readonly Option<string?> Act = new("--act") { Description = "操作，如 导入台账 或 Import", HelpName = "ACT" };
    private static readonly Option<string?> From = new("--from") { Description = "从哪天起，如 2026-05-01 或 2026-05", HelpName = "DATE" };
    private static readonly Option<string?> To = new("--to") { Description = "到哪天止（含当天）", HelpName = "DATE" };
    private static readonly Option<int> Limit = new("--limit") { Description = "最多列多少条", HelpName = "N", DefaultValueFactory = _ => 50 };
    private static readonly Option<string[]> Anchor = new("--anchor") { Description = "打印留存的校验值，可写多个", HelpName = "N:HASH", AllowMultipleArgumentsPerToken = false };

    public static Command Create() => new("audit", "审计日志：谁在何时从何处做了什么") { List(), AnchorNow(), Check() };

    private static Command List()
    {
        var command = new Command("list", "列出审计日志，最近的在前") { Actor, Act, From, To, Limit };
        command.Does((session, parsed) =>
        {
            var log = new AuditLog(session.Database);
            var (entries, total) = log.Find(new AuditQuery
            {
                Actor = parsed.GetValue(Actor),
                Act = parsed.GetValue(Act) is { } act ? ActNamed(act) : null,
                Partnership = parsed.GetValue(SharedOptions.Partnership) is null ? null : session.Partnership.Id,
                Period = PeriodOf(parsed.GetValue(From), parsed.GetValue(To)),
                Limit = Math.Max(1, parsed.GetValue(Limit)),
            });
            session.Output.Write(entries.Select(entry => AuditAnswer.Of(entry, session.Catalogue)), console =>
            {
                var table = Output.Table("条号", "时间", "经过");
                foreach (var entry in entries)
                    Output.Row(table, Text(entry.Number), Time(entry.At), AuditSentence.Of(entry, session.Catalogue));
                console.Write(table);
                console.WriteLine($"列出 {entries.Count} 条，共 {total} 条。");
            });
            return 0;
        });
        return command;
    }

    private static Command AnchorNow()
    {
        var command = new Command("anchor", "记下审计日志此刻的校验值，供抄录或打印后另存");
        command.Does((session, _) =>
        {
            var entry = new AuditLog(session.Database).Anchor(Jiedui.Access.Actor.Owner(Environment.UserName));
            session.Output.Write(AnchorAnswer.Of(entry), console =>
            {
                console.WriteLine($"审计日志第 {entry.Number} 条，{Time(entry.At)}");
                console.WriteLine($"{entry.Number}:{entry.Hash}");
                console.WriteLine("请抄录或打印，签字后由他人另处保管；日后用 jiedui audit check --anchor 核对。");
            });
            return 0;
        });
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "重算审计日志的校验链，指出被改动、缺失或伪造的条目") { Anchor };
        command.Does((session, parsed) =>
        {
            var (count, faults) = new AuditLog(session.Database).Check([.. (parsed.GetValue(Anchor) ?? []).Select(AnchorText.Parse)]);
            session.Output.Write(new VerifyAnswer(faults.Count == 0, count, faults), console =>
            {
                console.WriteLine($"核对审计日志 {count} 条，{(faults.Count == 0 ? "前后相符。" : $"有 {faults.Count} 处不符：")}");
                foreach (var fault in faults)
                    console.WriteLine("  " + fault);
            });
            return faults.Count == 0 ? 0 : 2;
        });
        return command;
    }

    private static AuditAct ActNamed(string text)
    {
        foreach (var act in Enum.GetValues<AuditAct>())
        {
            if (AuditWords.Of(act) == text || act.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
                return act;
        }
        throw new UsageException($"没有操作“{text}”。可用：{string.Join('、', Enum.GetValues<AuditAct>().Select(AuditWords.Of))}。");
    }

    private static Period? PeriodOf(string? from, string? to) => from is null && to is null
        ? null
        : new Period(from is null ? DateOnly.MinValue : Question.Date(from).First, to is null ? DateOnly.MaxValue : Question.Date(to).Last);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
