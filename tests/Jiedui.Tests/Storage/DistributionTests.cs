using Dapper;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Storage;

/// <summary>
/// What an installation must keep to so that its books can lie in pieces by partnership, and what is said where they cannot. The spreading itself needs a server
/// with the extension, which no test machine has; docs/operating/scale.md says what was tried on one.
/// </summary>
public sealed class DistributionTests
{
    /// <summary>Tables of all partnerships together: they stand whole on every node.</summary>
    private static readonly string[] OfAll = ["batch", "code", "declared", "deed", "import_done", "mapping", "partnership", "source_file", "source_sheet"];

    [Fact]
    public void Every_key_and_every_unique_index_begins_with_the_partnership()
    {
        using var folder = new TempFolder();
        using var books = Database.Open(Path.Combine(folder.Path, "data"), Article.Catalogue.Ledgers).Connect();
        var first = books.Query<(string Table, string Index, string? Column)>(
            """
            SELECT t.name, i.name, (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0)
            FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i."unique" = 1
            """).Where(index => !OfAll.Contains(index.Table)).ToList();
        Assert.NotEmpty(first);
        Assert.All(first, index => Assert.Equal((index.Table, index.Index, "partnership"), index));
        var keyed = first.Select(index => index.Table).ToHashSet();
        var all = books.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        Assert.Equal(OfAll, all.Where(table => !keyed.Contains(table)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_books_cannot_be_spread_it_is_said_why_and_what_to_do()
    {
        using var office = Installation.WithCaseUnits();
        var before = office.Contents();
        var run = await CommandRun.Of(office, "distribute");
        Assert.Equal(1, run.Code);
        Assert.Contains(TestServer.IsServer ? "CREATE EXTENSION citus" : "jiedui copy", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(before, office.Contents());
    }
}
