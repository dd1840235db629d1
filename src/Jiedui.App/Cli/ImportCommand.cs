using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "工作簿（.xlsx .xls .csv）", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Ledger = new("--ledger") { Description = "按指定台账读取每个工作表", HelpName = "CODE" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只报告，不写入" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "有一行不对，整个文件都不写入" };
    private static readonly Option<string?> Errors = new("--errors") { Description = "把有问题的单元格标在工作簿副本里，放到这个文件夹", HelpName = "DIR" };
    private static readonly Option<string> Sender = new("--sender") { Description = "谁报送的：记住其表头对应关系", HelpName = "NAME", DefaultValueFactory = _ => "" };

    public static Command Create()
    {
        var command = new Command("import", "导入台账") { Files, Ledger, DryRun, Strict, Errors, Sender };
        command.Does((session, parsed) =>
        {
            try
            {
                var report = Import(session, parsed);
                Answer(session, parsed, report, parsed.GetValue(Errors) is { } folder ? MarkedCopies.Write(report, folder, session.Database.Vault.Suite) : []);
                return report.ExitCode;
            }
            catch (ImportBrokenException broken)
            {
                Answer(session, parsed, broken.Report, []);
                throw;
            }
        });
        return command;
    }

    private static ImportReport Import(Session session, ParseResult parsed) => Output.WithProgress("正在读取……", progress => new Importer(session.Database, session.Catalogue).Import(
        [.. parsed.GetValue(Files)!.Select(ImportFile.At)],
        new ImportOptions
        {
            DryRun = parsed.GetValue(DryRun),
            Strict = parsed.GetValue(Strict),
            LedgerCode = parsed.GetValue(Ledger),
            Partnership = parsed.GetValue(SharedOptions.Partnership),
            Sender = parsed.GetValue(Sender)!,
            Actor = Environment.UserName,
            Progress = new Relay(progress),
        }));

    private static void Answer(Session session, ParseResult parsed, ImportReport report, IReadOnlyList<string> copies) =>
        session.Output.Write(ImportAnswer.Of(report) with { MarkedCopies = copies }, console =>
        {
            Tell(console, report, parsed.GetValue(DryRun), parsed.GetValue(SharedOptions.Verbose));
            foreach (var copy in copies)
                console.WriteLine($"有问题的单元格已标在副本里：{copy}");
        });

    private static void Tell(IAnsiConsole console, ImportReport report, bool isDryRun, bool isVerbose)
    {
        foreach (var file in report.Files)
        {
            console.WriteLine(file.File.Name);
            if (file.Refusal is { } refusal)
                console.WriteLine($"  没有读取：{refusal.Message}{refusal.Remedy}");
            else if (file.IsKeptOut)
                console.WriteLine("  整个文件没有写入：有行不对（--strict）。");
            foreach (var sheet in file.Sheets)
                Tell(console, sheet, isVerbose);
        }
        if (isDryRun)
            console.WriteLine("以上是试运行，什么都没有写入。");
    }

    private static void Tell(IAnsiConsole console, SheetReport sheet, bool isVerbose)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {sheet.Sheet} → {sheet.Ledger?.Name ?? "没有认出"}：{sheet.Rows} 行 = 非数据 {sheet.NonData.Count} + 新增 {sheet.Accepted} + 未变 {sheet.Unchanged} + 更正 {sheet.Corrected} + 退回 {sheet.Rejected}"));
        foreach (var finding in sheet.Findings.Where(finding => isVerbose || finding.Severity != Severity.Informs))
            console.WriteLine($"    {Mark(finding.Severity)} {finding.Message}{finding.Remedy}");
        if (sheet.Findings.Count(finding => finding.Severity == Severity.Informs) is > 0 and var hidden && !isVerbose)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    另有 {hidden} 条提示（--verbose 列出）"));
        if (!isVerbose)
            return;
        foreach (var row in sheet.NonData)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    非数据 第 {row.Number} 行（{row.Reason}）{row.Text}"));
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Blocks => "✗",
        Severity.Warns => "!",
        Severity.Informs => "·",
    };

    private sealed class Relay(IProgress<string> line) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            line.Report(string.Create(CultureInfo.InvariantCulture, $"{value.File} {value.Sheet}：已读 {value.Rows:N0} 行"));
    }
}
