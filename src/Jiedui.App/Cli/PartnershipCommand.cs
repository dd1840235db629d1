using System.CommandLine;
using Jiedui.App.Answers;
using Jiedui.Flow.Importing;
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
            var from = Question.Date(parsed.GetValue(From)!);
            var partnership = new Importer(session.Database, session.Catalogue).Found(parsed.GetValue(Giver)!.Trim(), parsed.GetValue(Receiver)!.Trim(), from, Environment.UserName);
            session.Output.Write(PartnershipAnswer.Of(partnership), console => console.WriteLine($"已登记：{partnership.Name}，自 {partnership.From:yyyy-MM-dd} 起。"));
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
            session.Output.Write(all.Select(PartnershipAnswer.Of), console =>
            {
                var table = Output.Table("帮扶关系", "起始", "截止");
                foreach (var partnership in all.Select(PartnershipAnswer.Of))
                    Output.Row(table, partnership.Name, partnership.From, partnership.To);
                console.Write(table);
            });
            return 0;
        });
        return command;
    }
}
