using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Postings.Verifying;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "逐笔重算，核对账目");
        command.Does((session, _) =>
        {
            var result = Output.WithProgress("正在逐笔重算……", _ => Verification.Run(session.Connection, session.Catalogue, session.Database.Vault));
            session.Output.Write(VerifyAnswer.Of(result), console =>
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"核对 {result.Checked:N0} 项，{(result.Ok ? "账目相符。" : $"有 {result.Faults.Count} 处不符：")}"));
                foreach (var fault in result.Faults)
                    console.WriteLine("  " + fault);
            });
            return result.Ok ? 0 : 2;
        });
        return command;
    }
}
