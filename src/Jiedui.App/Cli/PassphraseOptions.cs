using System.CommandLine;
using Jiedui.App.Answers;
using Jiedui.Keeping;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>How a backup's passphrase is given: in a file, in the environment or at the keyboard; never as an argument, which others can read.</summary>
internal static class PassphraseOptions
{
    public static readonly Option<string?> PassphraseFile = new("--passphrase-file") { Description = "口令文件，第一行是口令；给了就加密", HelpName = "F" };

    public static string? Of(ParseResult parsed) => parsed.GetValue(PassphraseFile) is { } file ? PassphraseSource.InFile(file) : null;

    /// <summary>From the environment, or typed.</summary>
    public static string Asked(bool twice)
    {
        if (PassphraseSource.InEnvironment is { } known)
            return known;
        if (Console.IsInputRedirected)
            throw new UsageException($"没有口令。请用 --passphrase-file 给出口令文件，或设环境变量 {PassphraseSource.Variable}。");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var first = console.Prompt(new TextPrompt<string>("备份口令：").Secret(null));
        return !twice || console.Prompt(new TextPrompt<string>("再输入一次：").Secret(null)) == first ? first : throw new UsageException("两次输入的口令不一样，没有备份。");
    }
}
