using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;

namespace Jiedui.App.Cli;

internal static class DistributeCommand
{
    public static Command Create()
    {
        var command = new Command("distribute", "把数据按帮扶关系分布到装有 Citus 的 PostgreSQL 的各节点（--db 指明协调节点）；已分布的不再动");
        command.Does((session, _) =>
        {
            var tables = Output.WithProgress("正在分布……", _ => session.Database.Distribute());
            session.Output.Write(tables.Select(SpreadAnswer.Of), console =>
            {
                var shown = Output.Table("表", "怎样存放", "片数");
                foreach (var table in tables)
                    Output.Row(shown, table.Name, table.IsByPartnership ? "按帮扶关系分片" : "每个节点一份", table.Pieces.ToString(CultureInfo.InvariantCulture));
                console.Write(shown);
            });
            return 0;
        });
        return command;
    }
}
