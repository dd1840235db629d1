using System.CommandLine;

namespace Jiedui.App.Cli;

/// <summary>How a figure is asked for: the same options wherever figures are.</summary>
internal static class FilterOptions
{
    public static readonly Option<string?> From = new("--from") { Description = "从哪个月起，如 2020-01（默认帮扶关系的起始）", HelpName = "YYYY-MM" };
    public static readonly Option<string?> To = new("--to") { Description = "到哪个月止（含当月）", HelpName = "YYYY-MM" };
    public static readonly Option<string?> Unit = new("--unit") { Description = "只算点名该单位或其下级的记录", HelpName = "NAME" };
    public static readonly Option<string[]> Where = new("--where") { Description = "只算某列等于某值的记录，可写多个", HelpName = "列=值", AllowMultipleArgumentsPerToken = false };
    public static readonly Option<string?> AsOf = new("--as-of") { Description = "按当时所知回答，如 2021-01-31", HelpName = "TIME" };
    public static readonly Option<bool?> Confirmed = new("--confirmed") { Description = "只算双方都已确认的记录；写 false 则算全部入账的；不写则按商定的口径（rules）", HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };

    public static void AddTo(Command command)
    {
        command.Options.Add(From);
        command.Options.Add(To);
        command.Options.Add(Unit);
        command.Options.Add(Where);
        command.Options.Add(AsOf);
        command.Options.Add(Confirmed);
    }
}
