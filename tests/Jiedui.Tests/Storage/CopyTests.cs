using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Storage;

/// <summary>An installation moves from the built-in database to a server and back, and says the same on both sides.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact(Skip = "Needs a server.", SkipUnless = nameof(TestServer.IsServer), SkipType = typeof(TestServer))]
    public async Task The_case_moves_to_a_server_and_says_the_same_there()
    {
        var data = Path.Combine(folder.Path, "data");
        var source = Database.Open(data, Article.Catalogue.Ledgers);
        Assert.True(new Importer(source, Article.Catalogue).Import([.. ImportedCase.Files.Select(ImportFile.At)], new ImportOptions()).IsDone);
        var files = Directory.CreateDirectory(Path.Combine(data, "evidence", "ab")).FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "abcdef"), "一张凭证", TestContext.Current.CancellationToken);
        var target = Path.Combine(folder.Path, "moved");

        using var office = new Installation();
        var run = await CommandRun.Of(office, "", ["copy", "--from", data, "--to", TestServer.Of(target)!, "--json"], target);
        Assert.True(run.Code == 0, run.Output + run.Errors);
        Assert.True(run.Json.GetProperty("ok").GetBoolean());

        using var moved = Installation.At(target);
        Assert.Empty(moved.Verify().Faults);
        using var connection = source.Connect();
        var here = new Figures(connection, Article.Catalogue, source.Vault);
        Assert.All(Article.Catalogue.Indicators, indicator =>
        {
            var asked = here.Of(indicator, new FigureQuery(moved.Partnership, Installation.AllTime));
            var found = moved.Figure(indicator.Code, query => query);
            Assert.Equal((asked.Value, asked.Low, asked.High, asked.Records), (found.Value, found.Low, found.High, found.Records));
        });
        Assert.Equal("一张凭证", await File.ReadAllTextAsync(Path.Combine(target, "evidence", "ab", "abcdef"), TestContext.Current.CancellationToken));
        // Work goes on there: the numbers follow those that were copied.
        Assert.True(moved.Import(Case.Ledger("06 成效台账.xls")).IsDone);
        Assert.Empty(moved.Verify().Faults);

        var again = await CommandRun.Of(office, "", ["copy", "--from", data, "--to", TestServer.Of(target)!], Path.Combine(folder.Path, "third"));
        Assert.Equal(1, again.Code);
        Assert.Contains("已有内容", again.Errors, StringComparison.Ordinal);
        source.Release();
    }

    public void Dispose() => folder.Dispose();
}
