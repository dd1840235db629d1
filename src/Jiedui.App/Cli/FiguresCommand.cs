using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Indicators;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class FiguresCommand
{
    private static readonly Argument<string[]> Codes = new("CODE") { Description = "指标代码；不写则全部", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var command = new Command("figures", "指标的数值") { Codes };
        FilterOptions.AddTo(command);
        command.Does((session, parsed) =>
        {
            var query = session.Query();
            var indicators = parsed.GetValue(Codes) is { Length: > 0 } codes
                ? codes.Select(session.Indicator).ToList()
                : [.. session.Catalogue.Indicators.Where(indicator => query.Where.Count == 0 || session.Figures.Answers(indicator, query))];
            var figures = session.Figures.All(indicators, query);
            session.Output.Write(figures.Select(FigureAnswer.Of), console =>
            {
                var table = Output.Table("代码", "指标", "数值", "单位", "记录");
                table.Columns[2].RightAligned();
                foreach (var figure in figures)
                    Output.Row(table, figure.Indicator.Code, figure.Indicator.Name, Text(figure), figure.Indicator.Unit, figure.Records.ToString(CultureInfo.InvariantCulture));
                console.Write(table);
                Output.Say($"期间 {query.Period}，{(query.ConfirmedOnly ? "只算双方已确认的记录" : "含全部入账的记录")}");
            });
            return 0;
        });
        return command;
    }

    private static string Text(Figure figure) => figure switch
    {
        { Value: { } value } => Number(value),
        { Low: { } low, High: { } high } => $"{Number(low)}-{Number(high)}",
        { Low: { } low } => $"≥{Number(low)}",
        { High: { } high } => $"≤{Number(high)}",
        _ => "—",
    };

    private static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);
}
