using System.Text.Json;
using Jiedui.App.Answers;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>Results to standard output, as a table to a person or as JSON; words to standard error.</summary>
internal sealed class Output(bool json)
{
    private static readonly IAnsiConsole Errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public bool IsJson => json;

    public void Write<T>(T answer, Action<IAnsiConsole> toPerson)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, Answer.Json));
        else
            toPerson(Person());
    }

    public static void Say(string text) => Console.Error.WriteLine(text);

    /// <summary>Runs long work, with a progress line where standard error is a terminal.</summary>
    public static T WithProgress<T>(string what, Func<IProgress<string>, T> work)
    {
        if (Console.IsErrorRedirected)
            return work(new Progress<string>());
        return Errors.Status().Spinner(Spinner.Known.Line).Start(Markup.Escape(what), status => work(new StatusLine(status)));
    }

    public static Table Table(params string[] headers)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var header in headers)
            table.AddColumn(new TableColumn(Markup.Escape(header)));
        return table;
    }

    public static void Row(Table table, params string?[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell ?? ""))]);

    // Into a file or a pipe a table is never cut to a terminal's width.
    private static IAnsiConsole Person()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 240;
        return console;
    }

    private sealed class StatusLine(StatusContext status) : IProgress<string>
    {
        public void Report(string value) => status.Status(Markup.Escape(value));
    }
}
