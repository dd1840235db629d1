using System.Diagnostics;
using System.Text.Json;

namespace Jiedui.Tests.Kit;

/// <summary>What the program did with a command, run as a user runs it.</summary>
public sealed record CommandRun(int Code, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CommandRun> Of(Installation office, params string[] arguments) => Of(office, "", arguments);

    /// <param name="input">What is typed on standard input.</param>
    public static Task<CommandRun> Of(Installation office, string input, string[] arguments) => Of(office, input, arguments, office.Database.Folder);

    /// <param name="office">Whose database it works on, unless an argument names another.</param>
    /// <param name="input">What is typed on standard input.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="folder">The data folder.</param>
    public static async Task<CommandRun> Of(Installation office, string input, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll"), .. arguments, "--data", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        TestServer.Tell(start, office.Database.Folder);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, output, await errors);
    }
}
