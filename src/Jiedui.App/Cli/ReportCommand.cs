using System.CommandLine;
using System.Globalization;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Flow.Outputs.Reports;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class ReportCommand
{
    private static readonly Argument<string> Template = new("TEMPLATE") { Description = "模板：work-record（工作纪实）", DefaultValueFactory = _ => "work-record" };
    private static readonly Option<string> Out = new("--out") { Description = "写到哪个文件（.docx .html .md）", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Command("report", "写报告，每个数字都连着记录") { Template, Out };
        command.Options.Add(FilterOptions.From);
        command.Options.Add(FilterOptions.To);
        command.Options.Add(FilterOptions.AsOf);
        command.Options.Add(FilterOptions.Confirmed);
        command.Does((session, parsed) =>
        {
            if (parsed.GetValue(Template) != WorkRecord.Code)
                throw new UsageException($"没有模板“{parsed.GetValue(Template)}”。可用：{WorkRecord.Code}。");
            var file = parsed.GetValue(Out)!;
            if (!ReportWriter.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
                throw new UsageException($"报告只能写成 {string.Join('、', ReportWriter.Extensions)}。");
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            var document = Reporter.Compose(session.Catalogue, session.Figures, session.Partnership, session.Query());
            var result = ReportWriter.Write(document, file);
            session.Audit.Note(session.Actor, AuditAct.Report, Path.GetFileName(file), document.Request.Period.ToString(), session.Partnership.Id);
            session.Output.Write(new ReportAnswer(file, result.FigureCount, [.. result.Unbound.Select(number => number.Text)]), console =>
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已写成 {file}：{result.FigureCount} 个数字，每个都连着记录。"));
                foreach (var number in result.Unbound)
                    console.WriteLine($"  没有出处的数字：{number.Text}（{number.Context}）");
            });
            return result.Unbound.Count == 0 ? 0 : 2;
        });
        return command;
    }
}
