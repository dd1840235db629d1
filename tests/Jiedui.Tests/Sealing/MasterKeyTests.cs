using System.Diagnostics;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Sealing;

/// <summary>Where the master key is looked for, and what is said when it is not to be had. Settings of the environment are tried on a program of its own.</summary>
public sealed class MasterKeyTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string KeyFile => Path.Combine(folder.Path, "keys", "master.key");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_key_is_for_its_owner_alone()
    {
        var key = MasterKey.InFile(KeyFile, mayCreate: true);
        Assert.Equal(key.Text, MasterKey.InFile(KeyFile, mayCreate: false).Text);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public void A_missing_key_says_where_it_should_be_and_makes_none()
    {
        var fault = Assert.Throws<KeyMissingException>(() => MasterKey.InFile(KeyFile, mayCreate: false));
        Assert.Contains(KeyFile, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_can_reach_is_refused_with_the_remedy(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps no such rights.");
        MasterKey.InFile(KeyFile, mayCreate: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
        var fault = Assert.Throws<KeyMissingException>(() => MasterKey.InFile(KeyFile, mayCreate: false));
        Assert.Contains("chmod 600 " + KeyFile, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void What_is_no_key_is_not_taken_for_one(string text)
    {
        var fault = Assert.Throws<KeyMissingException>(() => MasterKey.FromText(text));
        Assert.DoesNotContain("not base64!", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Suite.Aes)]
    [InlineData(Suite.Sm)]
    public void Another_key_does_not_open_the_data_folder_and_changes_nothing(Suite suite)
    {
        var right = MasterKey.FromText(MasterKey.NewText());
        var data = Path.Combine(folder.Path, "data");
        TestServer.Open(data, right, suite);
        var fault = Assert.Throws<KeyMissingException>(() => TestServer.Open(data, MasterKey.FromText(MasterKey.NewText())));
        Assert.Contains("JIEDUI_KEY_FILE", fault.Message, StringComparison.Ordinal);
        Assert.Equal(suite, TestServer.Open(data, right).Vault.Suite);
    }

    [Fact]
    public void Two_that_start_at_once_agree_on_one_key()
    {
        var texts = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => MasterKey.InFile(KeyFile, mayCreate: true).Text).Distinct();
        Assert.Single(texts);
    }

    [Fact]
    public void The_environment_names_the_key_itself_before_a_command_before_a_file()
    {
        var (inText, inCommand, inFile) = (MasterKey.NewText(), MasterKey.NewText(), MasterKey.InFile(KeyFile, mayCreate: true).Text);
        Assert.Equal(0, Run("first", ("JIEDUI_KEY", inText), ("JIEDUI_KEY_COMMAND", "exit 1"), ("JIEDUI_KEY_FILE", KeyFile)).Exit);
        Assert.Equal(0, Run("second", ("JIEDUI_KEY_COMMAND", $"echo {inCommand}"), ("JIEDUI_KEY_FILE", KeyFile)).Exit);
        Assert.Equal(0, Run("third", ("JIEDUI_KEY_FILE", KeyFile)).Exit);
        // Each made its folder with the key that it should have found: that key opens it, the others do not.
        foreach (var (name, key) in new[] { ("first", inText), ("second", inCommand), ("third", inFile) })
            Assert.NotNull(TestServer.Open(Path.Combine(folder.Path, name), MasterKey.FromText(key)));
        Assert.Throws<KeyMissingException>(() => TestServer.Open(Path.Combine(folder.Path, "first"), MasterKey.FromText(inFile)));
    }

    [Fact]
    public void A_command_that_fails_is_told_with_its_exit_code_and_never_its_output()
    {
        var (exit, said) = Run("data", ("JIEDUI_KEY_COMMAND", "echo half-a-secret; exit 3"));
        Assert.Equal(1, exit);
        Assert.Contains("JIEDUI_KEY_COMMAND", said, StringComparison.Ordinal);
        Assert.Contains("3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("half-a-secret", said, StringComparison.Ordinal);
    }

    /// <summary>The program over a new data folder.</summary>
    private (int Exit, string Said) Run(string data, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll"), "partnership", "list", "--data", Path.Combine(folder.Path, data)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["JIEDUI_KEY", "JIEDUI_KEY_COMMAND", "JIEDUI_KEY_FILE"])
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        TestServer.Tell(start, Path.Combine(folder.Path, data));
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.Result + told);
    }
}
