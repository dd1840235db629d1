using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class TraceCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "指标代码" };
    private static readonly Option<int> Limit = new("--limit") { Description = "最多列多少条", HelpName = "N", DefaultValueFactory = _ => 100 };

    public static Command Create()
    {
        var command = new Command("trace", "一个数字背后的记录") { Code, Limit };
        FilterOptions.AddTo(command);
        command.Does((session, parsed) =>
        {
            if (parsed.GetValue(Limit) < 1)
                throw new UsageException("--limit 至少为 1。");
            var query = session.Query();
            var indicator = session.Indicator(parsed.GetValue(Code)!);
            var lines = session.Figures.Trace(indicator, query, parsed.GetValue(Limit));
            FoundPersons.Note(session.Audit, session.Actor, query, session.Catalogue, lines);
            session.Output.Write(lines.Select(TraceAnswer.Of), console =>
            {
                console.WriteLine($"{indicator.Name}：{indicator.Definition}");
                var table = Output.Table("台账", "记录", "版本", "文件", "工作表", "单元格", "数额", "计入日期", "佐证");
                foreach (var line in lines)
                {
                    Output.Row(
                        table, line.Ledger, Number(line.Record), Number(line.Version), line.File, line.Sheet, line.Cell,
                        line.Amount?.ToString("#,##0.####", CultureInfo.InvariantCulture), line.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(line.Evidence));
                }
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
