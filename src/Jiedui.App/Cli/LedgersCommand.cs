using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class LedgersCommand
{
    public static Command Create()
    {
        var command = new Command("ledgers", "列出全部台账、列和科目");
        command.Does((session, _) =>
        {
            session.Output.Write(session.Catalogue.Ledgers.Select(LedgerAnswer.Of), console =>
            {
                var table = Output.Table("代码", "台账", "一行是", "列数", "必填列");
                foreach (var ledger in session.Catalogue.Ledgers)
                {
                    Output.Row(
                        table, ledger.Code, ledger.Name, ledger.OneRow, ledger.Columns.Length.ToString(CultureInfo.InvariantCulture),
                        string.Join('、', ledger.Columns.Where(column => column.IsRequired).Select(column => column.Name)));
                }
                console.Write(table);
            });
            return 0;
        });
        return command;
    }
}
