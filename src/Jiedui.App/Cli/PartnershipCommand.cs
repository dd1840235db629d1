using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Importing;
using Jiedui.Measures;
using Jiedui.Storage;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class PartnershipCommand
{
    private static readonly Option<string> Giver = new("--giver") { Description = "帮扶方", HelpName = "NAME", Required = true };
    private static readonly Option<string> Receiver = new("--receiver") { Description = "受帮扶方", HelpName = "NAME", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "起始日期，如 2019-05", HelpName = "DATE", Required = true };

    public static Command Create() => new("partnership", "帮扶关系") { Add(), List() };

    private static Command Add()
    {
        var command = new Command("add", "登记帮扶关系（没有《帮扶关系》表的单位用）") { Giver, Receiver, From };
        command.Does((session, parsed) =>
        {
            if (!TryRead(parsed.GetValue(From)!, out var from))
                throw new UsageException($"“{parsed.GetValue(From)}”不是日期，请写成 2019-05 或 2019-05-01。");
            var partnership = new Importer(session.Database, session.Catalogue).Found(parsed.GetValue(Giver)!.Trim(), parsed.GetValue(Receiver)!.Trim(), from, Environment.UserName);
            session.Output.Write(Of(partnership), console => console.WriteLine($"已登记：{partnership.Name}，自 {partnership.From:yyyy-MM-dd} 起。"));
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "列出帮扶关系");
        command.Does((session, _) =>
        {
            var all = Partnerships.All(session.Connection);
            session.Output.Write(all.Select(Of), console =>
            {
                var table = Output.Table("帮扶关系", "起始", "截止");
                foreach (var partnership in all.Select(Of))
                    Output.Row(table, partnership.Name, partnership.From, partnership.To);
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static bool TryRead(string text, out PartialDate date)
    {
        try
        {
            date = PartialDate.Parse(text);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            date = default;
            return false;
        }
    }

    private static PartnershipAnswer Of(Partnership partnership) => new(
        partnership.Id, partnership.Name, partnership.Giver, partnership.Receiver, partnership.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        partnership.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
