using System.Diagnostics;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Keeping;

/// <summary>The real program, with the master key of another machine or none.</summary>
public sealed class OtherMachineTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll");

    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_sealed_backup_brings_its_key_along()
    {
        using var office = Installation.WithCaseUnits();
        var passphrase = folder.Write("passphrase", "正确的口令 1234"u8.ToArray());
        var (backedUp, _) = await Run("backup", At("a.sealed"), "--passphrase-file", passphrase, "--data", office.Database.Folder);
        Assert.Equal(0, backedUp);

        // A machine that has another key keeps it.
        var (first, _) = await Elsewhere("other.key", "partnership", "list", "--data", At("theirs"));
        Assert.Equal(0, first);
        var (refused, why) = await Elsewhere("other.key", "restore", At("a.sealed"), "--passphrase-file", passphrase, "--data", At("restored"));
        Assert.Equal(1, refused);
        Assert.Contains("JIEDUI_KEY_FILE", why, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("restored")));

        var (restored, told) = await Elsewhere("new.key", "restore", At("a.sealed"), "--passphrase-file", passphrase, "--data", At("restored"));
        Assert.True(restored == 0, told);
        var (verified, faults) = await Elsewhere("new.key", "verify", "--data", At("restored"));
        Assert.True(verified == 0, faults);
    }

    [Fact]
    public async Task A_plain_backup_says_where_the_key_must_be_put()
    {
        using var office = Installation.WithCaseUnits();
        Assert.Equal(0, (await Run("backup", At("a.zip"), "--data", office.Database.Folder)).ExitCode);

        var (refused, why) = await Elsewhere("new.key", "restore", At("a.zip"), "--data", At("restored"));
        Assert.Equal(1, refused);
        Assert.Contains(At("new.key"), why, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("restored")));
        Assert.False(File.Exists(At("new.key")));

        File.Copy(Environment.GetEnvironmentVariable("JIEDUI_KEY_FILE")!, At("new.key"));
        var (restored, told) = await Elsewhere("new.key", "restore", At("a.zip"), "--data", At("restored"));
        Assert.True(restored == 0, told);
    }

    [Fact]
    public async Task A_backup_of_a_folder_without_books_is_refused()
    {
        var (refused, why) = await Run("backup", At("a.zip"), "--data", At("nothing"));
        Assert.Equal(1, refused);
        Assert.Contains(TestServer.IsBuiltIn ? "--data" : "--db", why, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("nothing")));
    }

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

    private static Task<(int ExitCode, string Told)> Run(params string[] arguments) => Run(null, arguments);

    private Task<(int ExitCode, string Told)> Elsewhere(string key, params string[] arguments) => Run(At(key), arguments);

    private static async Task<(int ExitCode, string Told)> Run(string? key, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (key is not null)
            start.Environment["JIEDUI_KEY_FILE"] = key;
        if (Array.IndexOf(arguments, "--data") is var at and >= 0)
            TestServer.Tell(start, arguments[at + 1]);
        using var process = Process.Start(start)!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }
}
