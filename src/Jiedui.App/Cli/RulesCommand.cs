using System.CommandLine;
using Jiedui.App.Answers;
using Jiedui.Flow.Confirming;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class RulesCommand
{
    private static readonly Option<string?> Giver = new("--review-giver") { Description = "帮扶方的审核步骤：none、unit、office 或 unit,office", HelpName = "STEPS" };
    private static readonly Option<string?> Receiver = new("--review-receiver") { Description = "受帮扶方的审核步骤", HelpName = "STEPS" };
    private static readonly Option<string?> Official = new("--official") { Description = "以哪些记录为准：entered（入账即算）或 confirmed（双方确认）", HelpName = "WHICH" };

    public static Command Create()
    {
        var command = new Command("rules", "查看或商定：各方怎样审核，以哪些记录为准") { Giver, Receiver, Official };
        command.Does((session, parsed) =>
        {
            var partnership = session.Partnership;
            var before = Rules.Of(session.Connection, partnership.Id);
            var rules = new Rules(
                parsed.GetValue(Giver) is { } giver ? RuleWords.Steps(giver) : before.Giver,
                parsed.GetValue(Receiver) is { } receiver ? RuleWords.Steps(receiver) : before.Receiver,
                parsed.GetValue(Official) is { } official ? RuleWords.OnlyConfirmed(official) : before.OnlyConfirmed);
            rules.Set(session.Database, partnership.Id, Environment.UserName);
            session.Output.Write(RulesAnswer.Of(rules), console =>
            {
                console.WriteLine($"帮扶方审核：{RuleWords.Told(rules.Giver)}");
                console.WriteLine($"受帮扶方审核：{RuleWords.Told(rules.Receiver)}");
                console.WriteLine($"数字口径：{RuleWords.Told(rules.OnlyConfirmed)}");
            });
            return 0;
        });
        return command;
    }
}
