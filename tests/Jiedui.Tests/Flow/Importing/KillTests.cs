using System.Diagnostics;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Importing;

public class KillTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll");

    /// <summary>The real program, killed at ten moments of an import: all of the file is there or none, and the next run completes it.</summary>
    [Fact]
    public async Task Killing_an_import_leaves_all_of_a_file_or_none()
    {
        var token = TestContext.Current.CancellationToken;
        using var office = Installation.WithCaseUnits();
        var roster = Case.Ledger("03 劳动力摸排名册.xlsx");
        var random = new Random(20261123);
        for (var turn = 0; turn < 10; turn++)
        {
            using var import = Start(office, roster);
            await Task.Delay(200 + random.Next(150) + turn * 250, token);
            if (!import.HasExited)
                import.Kill(entireProcessTree: true);
            import.DemandExit();

            Assert.Contains(office.Records("labour.workers").Count, new[] { 0, 11_000 });
            Assert.Empty(office.Verify().Faults);
        }

        using var last = Start(office, roster);
        last.DemandExit();

        Assert.Equal(2, last.ExitCode);
        Assert.Equal(10_844, office.Figure("labour.surveyed").Value);
        Assert.Equal(11_000, office.Records("labour.workers").Count);
        Assert.Empty(office.Verify().Faults);
    }

    private static Process Start(Installation office, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "import", file, "--data", office.Database.Folder, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        TestServer.Tell(start, office.Database.Folder);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
