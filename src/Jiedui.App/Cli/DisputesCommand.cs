using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Confirming;
using Jiedui.Measures;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class DisputesCommand
{
    public static Command Create()
    {
        var command = new Command("disputes", "列出未了结的异议");
        command.Does((session, _) =>
        {
            var disputes = Dispute.Open(session.Connection, session.Catalogue.Ledgers, session.Partnership.Id);
            session.Output.Write(disputes.Select(DisputeAnswer.Of), console =>
            {
                var table = Output.Table("台账", "记录", "版本", "哪一方", "谁", "时间", "原因");
                foreach (var one in disputes)
                {
                    Output.Row(
                        table, one.Ledger.Name, one.Record.ToString(CultureInfo.InvariantCulture), one.Version.ToString(CultureInfo.InvariantCulture),
                        one.Side == Side.Giver ? "帮扶方" : "受帮扶方", one.Actor, one.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), one.Reason);
                }
                console.Write(table);
            });
            return 0;
        });
        return command;
    }
}
