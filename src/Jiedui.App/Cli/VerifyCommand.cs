using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class VerifyCommand
{
    private static readonly Option<string[]> Anchor = new("--anchor") { Description = "打印留存的校验值，可写多个", HelpName = "N:HASH", AllowMultipleArgumentsPerToken = false };

    public static Command Create()
    {
        var command = new Command("verify", "逐笔重算，核对账目和审计日志") { Anchor };
        command.Does((session, parsed) =>
        {
            session.Audit.TakeOver();
            var anchors = (parsed.GetValue(Anchor) ?? []).Select(AnchorText.Parse).ToList();
            var result = Output.WithProgress("正在逐笔重算……", _ => WholeCheck.Run(session.Database, session.Catalogue, anchors));
            session.Output.Write(VerifyAnswer.Of(result), console =>
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"核对 {result.Checked:N0} 项，{(result.Ok ? "账目和审计日志相符。" : $"有 {result.Faults.Count} 处不符：")}"));
                foreach (var fault in result.Faults)
                    console.WriteLine("  " + fault);
            });
            return result.Ok ? 0 : 2;
        });
        return command;
    }
}
