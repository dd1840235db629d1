using System.CommandLine;
using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.Keeping;
using Jiedui.Keeping.Schedule;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class BackupCommand
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "备份到哪个文件（不能已存在）", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Encrypt = new("--encrypt") { Description = $"加密：询问口令，或取环境变量 {PassphraseSource.Variable}" };
    private static readonly Option<string?> Folder = new("--folder") { Description = "定时备份到哪个文件夹（全路径）", HelpName = "DIR" };
    private static readonly Option<string?> At = new("--at") { Description = "每天几点", HelpName = "HH:MM" };
    private static readonly Option<int?> Keep = new("--keep") { Description = "保留最近几份", HelpName = "N" };
    private static readonly Option<bool> Off = new("--off") { Description = "不再定时备份" };

    public static Command Create()
    {
        var command = new Command("backup", "在线备份整个数据文件夹为一个文件") { FileName, PassphraseOptions.PassphraseFile, Encrypt };
        command.Does((session, parsed) => Write(session, parsed));
        var schedule = new Command("schedule", "设置或查看定时备份（由 serve 执行）") { Folder, At, Keep, PassphraseOptions.PassphraseFile, Off };
        schedule.Does((session, parsed) => Plan(session, parsed));
        command.Subcommands.Add(schedule);
        return command;
    }

    private static int Write(Session session, ParseResult parsed)
    {
        var file = parsed.GetValue(FileName) ?? throw new UsageException("请写明备份到哪个文件，如 jiedui backup /srv/backup/jiedui.zip。");
        DemandInstallation(session, parsed);
        var passphrase = PassphraseOptions.Of(parsed) ?? (parsed.GetValue(Encrypt) ? PassphraseOptions.Asked(twice: true) : null);
        var result = Output.WithProgress("正在备份……", _ => new BackupRuns(session.Database).Make(file, passphrase, Actor.Owner(Environment.UserName)));
        session.Output.Write(BackupAnswer.Of(result), console =>
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已备份到 {result.File}（{result.Bytes:N0} 字节，{result.Manifest.Entries.Count} 个文件），并已读回核对。"));
            console.WriteLine(result.Manifest.HoldsKey
                ? "备份已加密，密钥也在其中：有口令就能在别的机器上恢复。请另外保管好口令。"
                : $"备份里没有密钥（指纹 {result.Manifest.MasterKey}）：恢复时还需要它，请另外保管好密钥。");
        });
        return 0;
    }

    private static int Plan(Session session, ParseResult parsed)
    {
        DemandInstallation(session, parsed);
        var plan = BackupPlan.Of(session.Database);
        if (parsed.GetValue(Off))
            plan = plan with { Folder = null };
        else if (parsed.GetValue(Folder) is { } folder)
            plan = new BackupPlan(Path.GetFullPath(folder), Time(parsed.GetValue(At)) ?? plan.At, parsed.GetValue(Keep) ?? plan.Keep, FullPath(parsed.GetValue(PassphraseOptions.PassphraseFile)));
        else if (parsed.GetValue(At) is not null || parsed.GetValue(Keep) is not null)
            plan = plan with { At = Time(parsed.GetValue(At)) ?? plan.At, Keep = parsed.GetValue(Keep) ?? plan.Keep };
        if (plan != BackupPlan.Of(session.Database))
            plan.Save(session.Database, Actor.Owner(Environment.UserName));
        session.Output.Write(plan, console => console.WriteLine(plan.Folder is null ? "没有定时备份。" : $"{plan}。只在 serve 运行时执行。"));
        return 0;
    }

    private static TimeOnly? Time(string? text) => text is null ? null
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new UsageException($"“{text}”不是时刻，请写成 02:30。");

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    /// <summary>A wrong --data would otherwise make a new, empty installation, and a backup of nothing.</summary>
    private static void DemandInstallation(Session session, ParseResult parsed)
    {
        var server = SharedOptions.Server(parsed);
        if (server is not null && !Storage.Database.IsIn(SharedOptions.DataFolder(parsed), server))
            throw new UsageException("这个 PostgreSQL 数据库里没有数据。请用 --db 指明原来的数据库。");
        if (server is null && !Storage.Database.IsIn(SharedOptions.DataFolder(parsed)))
            throw new UsageException($"{Path.GetFullPath(SharedOptions.DataFolder(parsed))} 里没有数据。请用 --data 指明数据文件夹。");
        _ = session.Database;
    }
}
