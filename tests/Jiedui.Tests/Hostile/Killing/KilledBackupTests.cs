using System.Diagnostics;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Keeping;
using Jiedui.Keeping.Schedule;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>The real program is killed while it writes a backup: there is a whole file under the asked name or none, and the next backup is not hindered.</summary>
public sealed class KilledBackupTests : IDisposable
{
    private const string Passphrase = "正确的口令 1234";

    private readonly Installation office = Installation.WithCaseUnits();
    private readonly TempFolder folder = new();
    private readonly Random random = new((int)Nightly.Seed);

    [Fact]
    public async Task A_killed_backup_leaves_no_file_that_looks_whole()
    {
        office.Import([.. ImportedCase.Files]);
        var evidence = Directory.CreateDirectory(Path.Combine(office.Database.Folder, "evidence", "ab")).FullName;
        File.WriteAllBytes(Path.Combine(evidence, "abcdef.jpg"), new byte[8 << 20]);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await Write("whole.backup", null));
        var whole = watch.Elapsed;
        var cut = 0;
        for (var turn = 0; turn < Nightly.Of(4, 60); turn++)
        {
            var name = $"{turn}.backup";
            var code = await Write(name, whole * random.NextDouble());
            if (File.Exists(At(name)))
                BackupFile.Check(At(name), Passphrase);
            else
                cut++;
            Assert.True(code != 0 || File.Exists(At(name)), "It said that the backup is made, and there is none.");
            Assert.Empty(office.Verify().Faults);
            Assert.Empty(new AuditLog(office.Database).Check().Faults);
        }
        Assert.True(cut > 0);
        // What the killed ones left is cleared, or bears a name that says what it is.
        Assert.Equal(0, await Write("last.backup", null));
        Assert.False(Directory.Exists(Path.Combine(office.Database.Folder, "backup.part")));
        Assert.All(Directory.EnumerateFiles(folder.Path).Where(file => !file.EndsWith(".part", StringComparison.Ordinal)), file => BackupFile.Check(file, Passphrase));
        Assert.All(new BackupRuns(office.Database).All(), run => Assert.False(run.IsOpen));
        var target = Path.Combine(folder.Path, "restored");
        Assert.True(Restore.Run(At("last.backup"), target, Passphrase, Work.Article.Catalogue, Actor.Owner("tests")).Checked > 0);
    }

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    private string At(string name) => Path.Combine(folder.Path, name);

    /// <param name="killedAfter">Null where it may finish.</param>
    private async Task<int> Write(string name, TimeSpan? killedAfter)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll"), "backup", At(name), "--data", office.Database.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [PassphraseSource.Variable] = Passphrase },
        };
        TestServer.Tell(start, office.Database.Folder);
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (killedAfter is { } time)
        {
            await Task.Delay(time, TestContext.Current.CancellationToken);
            process.Kill(entireProcessTree: true);
        }
        process.DemandExit();
        return process.ExitCode;
    }
}
