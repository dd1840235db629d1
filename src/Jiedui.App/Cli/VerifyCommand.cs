using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Jiedui.Flow.Outputs.Packs;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class VerifyCommand
{
    private static readonly Argument<string?> FileName = new("FILE") { Description = "证据包；不写则核对数据文件夹", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string[]> Anchor = new("--anchor") { Description = "打印留存的校验值，可写多个", HelpName = "N:HASH", AllowMultipleArgumentsPerToken = false };

    public static Command Create()
    {
        var command = new Command("verify", "逐笔重算，核对账目、佐证和审计日志；或离线核验一个证据包") { FileName, Anchor };
        command.Does((session, parsed) =>
        {
            if (parsed.GetValue(FileName) is { } file)
                return CheckPack(session, file);
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

    /// <summary>Needs no data folder: the pack holds all that its figures rest on.</summary>
    private static int CheckPack(Session session, string file)
    {
        var result = Output.WithProgress("正在核验证据包……", _ => PackCheck.Run(file, session.Catalogue));
        session.Output.Write(new VerifyAnswer(result.Ok, result.Checked, result.Faults), console =>
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"核验 {result.Checked:N0} 项，{(result.Ok ? "全部相符。" : $"有 {result.Faults.Count} 处不符：")}"));
            foreach (var fault in result.Faults)
                console.WriteLine("  " + fault);
        });
        return result.Ok ? 0 : 2;
    }
}
