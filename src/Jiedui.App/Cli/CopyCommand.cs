using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Measures;
using Jiedui.Storage;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>Moves an installation from the built-in database to PostgreSQL, and shows that both say the same.</summary>
internal static class CopyCommand
{
    private const string EvidenceFolder = "evidence";

    private static readonly Option<string> From = new("--from") { Description = "原来的数据文件夹", HelpName = "DATA", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "空的 PostgreSQL 数据库，如 Host=…;Database=…;Username=…", HelpName = "CONNECTION", Required = true };

    public static Command Create()
    {
        var command = new Command("copy", "把数据文件夹中的账复制到空的 PostgreSQL 数据库，两边核对相符；请先停下 serve。写了 --data 时佐证也复制到那个文件夹，否则仍用原来的文件夹") { From, To };
        command.Does((session, parsed) => Run(session, parsed));
        return command;
    }

    private static int Run(Session session, ParseResult parsed)
    {
        var (folder, server) = (Path.GetFullPath(parsed.GetValue(From)!), parsed.GetValue(To)!);
        if (!Database.IsIn(folder))
            throw new UsageException($"{folder} 里没有数据。请用 --from 指明原来的数据文件夹。");
        var target = parsed.GetValue(SharedOptions.Data) is { } named ? Path.GetFullPath(named) : folder;
        if (target != folder && Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new UsageException($"{target} 不是空的。佐证只复制到空文件夹，请用 --data 指明一个新的文件夹。");
        var source = Database.Open(folder, session.Catalogue.Ledgers);
        new Access.Auditing.AuditLog(source).TakeOver();
        var before = Output.WithProgress("正在核对来源……", _ => WholeCheck.Run(source, session.Catalogue));
        if (!before.Ok)
            throw new UsageException($"来源核对有 {before.Faults.Count} 处不符，没有复制。请先运行 jiedui verify --data {folder} 查看。");
        var rows = Output.WithProgress("正在复制……", _ => Transfer.Run(source, target, server, last: () => CopyEvidence(folder, target)));
        var copy = Database.Open(target, session.Catalogue.Ledgers, server: server);
        var after = Output.WithProgress("正在核对副本……", _ => WholeCheck.Run(copy, session.Catalogue));
        var agrees = after.Ok && after.Checked == before.Checked && FiguresOf(source, session.Catalogue) == FiguresOf(copy, session.Catalogue);
        session.Output.Write(new CopyAnswer(agrees, rows, after.Checked, target, after.Faults), console =>
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已复制 {rows:N0} 行到 PostgreSQL；佐证{(target == folder ? "仍在" : "已复制到")} {target}。"));
            console.WriteLine(agrees
                ? string.Create(CultureInfo.InvariantCulture, $"两边各核对 {after.Checked:N0} 项，账目、审计日志和全部指标相符。今后请用 --db（或 JIEDUI_DB）和 --data {target}。")
                : "两边不相符，请不要使用副本。来源没有改动；请确认复制时没有人在用，清空目标数据库后再复制一次。");
            foreach (var fault in after.Faults)
                console.WriteLine("  " + fault);
        });
        return agrees ? 0 : 2;
    }

    private static void CopyEvidence(string from, string to)
    {
        var evidence = Path.Combine(from, EvidenceFolder);
        if (from == to || !Directory.Exists(evidence))
            return;
        foreach (var file in Directory.EnumerateFiles(evidence, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Every indicator of every partnership over all time, as one text.</summary>
    private static string FiguresOf(Database database, Catalogue catalogue)
    {
        using var connection = database.Connect();
        var figures = new Figures(connection, catalogue, database.Vault);
        return string.Join('\n', Partnerships.All(connection).SelectMany(_ => catalogue.Indicators, (partnership, indicator) =>
        {
            var figure = figures.Of(indicator, new FigureQuery(partnership.Id, Period.Until(DateOnly.MaxValue)));
            return string.Create(CultureInfo.InvariantCulture, $"{partnership.Id} {indicator.Code} {figure.Value} {figure.Low} {figure.High} {figure.Records}");
        }));
    }
}
