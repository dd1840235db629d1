using System.CommandLine;
using System.Globalization;
using Jiedui.Access.Accounts;
using Jiedui.App.Answers;
using Jiedui.Flow.Importing;
using Jiedui.Storage;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class DemoCommand
{
    private static readonly Option<bool> NoServe = new("--no-serve") { Description = "只载入案例，不打开网页" };
    private static readonly Option<int> Port = new("--port") { Description = "网页端口", HelpName = "N", DefaultValueFactory = _ => 5080 };

    public static Command Create()
    {
        var command = new Command("demo", "载入案例（碑林区—丹凤县）并打开网页") { NoServe, Port };
        command.Does((_, parsed) =>
        {
            // A folder that holds somebody's books is never loaded with the case, unless it was named.
            var folder = SharedOptions.Server(parsed) is null && parsed.GetValue(SharedOptions.Data) is null && Database.IsIn(SharedOptions.DataFolder(parsed))
                ? Fresh(SharedOptions.DataFolder(parsed))
                : SharedOptions.DataFolder(parsed);
            using var session = new Session(parsed, folder);
            return Run(session, parsed);
        });
        return command;
    }

    private static int Run(Session session, ParseResult parsed)
    {
        var report = Output.WithProgress("正在载入案例……", _ => new Importer(session.Database, session.Catalogue).Import(
            [.. Directory.EnumerateFiles(CaseFolder(), "*.*").Order(StringComparer.Ordinal).Select(ImportFile.At)], new ImportOptions { Actor = Environment.UserName }));
        if (!report.IsDone)
            throw new UsageException("案例没有载入：" + string.Join('；', report.Files.Select(file => file.Refusal?.Message)));
        var url = parsed.GetValue(NoServe) ? null : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(Port)}");
        var accounts = DemoAccounts.Make(session);
        session.Output.Write(new DemoAnswer(session.Database.Folder, url, accounts), console =>
        {
            Tell(console, report, session.Database);
            Tell(console, accounts);
        });
        return url is null ? 0 : ServeCommand.Serve(session, url);
    }

    private static void Tell(IAnsiConsole console, ImportReport report, Database database)
    {
        var sheets = report.Files.SelectMany(file => file.Sheets).ToList();
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"案例已载入 {database.Folder}：{report.Files.Count} 个文件、{sheets.Count} 张表，新增 {sheets.Sum(sheet => sheet.Accepted)} 行，未变 {sheets.Sum(sheet => sheet.Unchanged)} 行，退回 {sheets.Sum(sheet => sheet.Rejected)} 行。"));
    }

    private static void Tell(IAnsiConsole console, IReadOnlyList<DemoAccount> accounts)
    {
        if (accounts.Count == 0)
        {
            console.WriteLine("这个数据文件夹已有自己的账号，没有另建演示账号。");
            return;
        }
        var table = Output.Table("账号", "密码", "角色", "姓名");
        foreach (var one in accounts)
            Output.Row(table, one.Name, one.Password, RoleWords.Chinese(RoleWords.Read(one.Role)!.Value), one.FullName);
        console.Write(table);
    }

    private static string Fresh(string folder) => Path.Combine(folder, "demo-" + DateTime.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));

    private static string CaseFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var ledgers = Path.Combine(folder.FullName, "examples", "beilin-danfeng", "ledgers");
            if (Directory.Exists(ledgers))
                return ledgers;
        }
        throw new UsageException("找不到案例文件夹 examples/beilin-danfeng/ledgers。");
    }
}
