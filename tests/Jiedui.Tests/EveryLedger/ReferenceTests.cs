using System.Diagnostics;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.EveryLedger;

/// <summary>The reference pages say what the declarations and the commands say today.</summary>
public class ReferenceTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll");

    private static readonly string Committed = Path.Combine(Case.Root, "docs", "reference");

    public static TheoryData<string> All => Ledgers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_ledger_has_its_page(string code) => Assert.True(File.Exists(Path.Combine(Committed, "ledgers", $"{code}.md")), Remedy);

    [Fact]
    public void No_page_is_left_of_a_ledger_that_is_gone() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Committed, "ledgers")).Select(file => Path.GetFileNameWithoutExtension(file)),
            name => name != "README" && Article.Catalogue.Ledger(name) is null);

    [Fact]
    public async Task What_is_committed_is_what_the_program_writes()
    {
        using var folder = new TempFolder();
        await Write(folder.Path);

        var written = Directory.EnumerateFiles(folder.Path, "*.md", SearchOption.AllDirectories).ToList();
        Assert.Equal(Article.Catalogue.Ledgers.Count + 3, written.Count);
        Assert.All(written, file =>
        {
            var committed = Path.Combine(Committed, Path.GetRelativePath(folder.Path, file));
            Assert.True(File.Exists(committed) && File.ReadAllText(committed) == File.ReadAllText(file), $"{Path.GetRelativePath(folder.Path, file)}: {Remedy}");
        });
    }

    private static string Remedy => "docs/reference is not what the declarations say; run ./jiedui reference --out docs/reference and commit it.";

    private static async Task Write(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "reference", "--out", folder, "--json"]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
