using System.CommandLine;
using System.Globalization;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class MatchCommand
{
    private static readonly Option<string?> Fair = new("--fair") { Description = "只用这一场招聘活动的岗位", HelpName = "NAME" };
    private static readonly Option<string?> Out = new("--out") { Description = "把推荐名单写到哪个文件（.xlsx .csv）", HelpName = "FILE" };
    private static readonly Option<bool> Clear = new("--clear") { Description = "个人信息不遮盖（会留下记录）" };

    public static Command Create()
    {
        var command = new Command("match", "为摸排到的劳动力推荐岗位；只是推荐，不入账") { Fair, Out, Clear };
        command.Does((session, parsed) =>
        {
            var matching = session.Catalogue.Matching ?? throw new UsageException("没有台账声明过匹配。");
            var file = parsed.GetValue(Out);
            ExportFormat? format = file is null ? null : ProposalList.FormatOf(file) ?? throw new UsageException("推荐名单只能写成 .xlsx 或 .csv。");
            if (file is null && parsed.GetValue(Clear))
                throw new UsageException("--clear 只用于写名单，请同时写 --out 文件名。");
            var partnership = session.Partnership.Id;
            var book = new LedgerBook(session.Connection, session.Database.Vault);
            var result = Output.WithProgress("正在匹配……", progress => new Matcher(book, session.Database.Vault, matching).Run(
                new MatchRequest(partnership, null, DateOnly.FromDateTime(DateTime.Today)) { Occasion = parsed.GetValue(Fair), Progress = done => progress.Report(Told(done)) }));
            if (file is not null)
                Write(session, matching, new ProposalList(book, matching, partnership, parsed.GetValue(Clear)), result, file, format!.Value, parsed.GetValue(Clear));
            session.Output.Write(MatchAnswer.Of(result, parsed.GetValue(Fair), file), console => Tell(console, result, file));
            return 0;
        });
        return command;
    }

    /// <summary>Noted before anything leaves the books.</summary>
    private static void Write(Session session, MatchingType matching, ProposalList list, MatchResult result, string file, ExportFormat format, bool isClear)
    {
        session.Audit.Note(
            session.Actor, isClear ? AuditAct.ExportClear : AuditAct.Export, matching.Name, string.Create(CultureInfo.InvariantCulture, $"{result.Assigned} 条"), session.Partnership.Id);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        using var stream = File.Create(file);
        list.Write(result, format, stream);
    }

    private static string Told(MatchProgress done) => done.Stage switch
    {
        MatchStage.Reading => string.Create(CultureInfo.InvariantCulture, $"正在读取名册，已到 {done.Done:#,##0} 人"),
        MatchStage.Searching => string.Create(CultureInfo.InvariantCulture, $"正在找候选岗位 {done.Done:0%}"),
        MatchStage.Assigning => string.Create(CultureInfo.InvariantCulture, $"正在分配 {done.Done:0%}"),
    };

    private static void Tell(IAnsiConsole console, MatchResult result, string? file)
    {
        string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
        var left = result.LeftOut;
        console.WriteLine($"为 {Number(result.Workers)} 人在 {Number(result.Openings)} 个岗位（{Number(result.Places)} 个名额）中推荐了 {Number(result.Assigned)} 人。");
        console.WriteLine($"总分 {Number(result.Objective)}，上界 {Number(result.Bound)}：{GapText.Of(result)}；用时 {result.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} 秒。");
        console.WriteLine($"没有推荐的：合适的名额已满 {Number(left.Taken)} 人，工种相近但月薪等差得太多 {Number(left.NoneWorth)} 人，没有工种相近的岗位 {Number(left.NoneFits)} 人。");
        console.WriteLine($"不参加的：无需求 {Number(left.NoWish)} 人，已就业 {Number(left.Settled)} 人，身份证号已删除 {Number(left.Unknown)} 人。");
        if (file is not null)
            console.WriteLine($"推荐名单已写到 {file}。");
        Output.Say("推荐只供参考，没有写入任何台账。");
    }
}
