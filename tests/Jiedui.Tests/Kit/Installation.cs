using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Tests.Kit;

/// <summary>A data folder of its own, with a real database, and the verbs that a user has.</summary>
public sealed class Installation : IDisposable
{
    /// <summary>Longer than any case.</summary>
    public static readonly Period AllTime = new(new DateOnly(2015, 1, 1), new DateOnly(2029, 12, 31));

    private static readonly Lazy<string> CaseUnits = new(ImportCaseUnits);

    private readonly TempFolder folder = new();

    public Installation()
    {
        Database = TestServer.Open(Path.Combine(folder.Path, "data"));
        Connection = Database.Connect();
    }

    /// <param name="copied">The data folder of one that nobody uses.</param>
    private Installation(string copied)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        if (TestServer.IsBuiltIn)
        {
            foreach (var file in (string[])[Database.BooksFile, Database.AccessFile])
                File.Copy(Path.Combine(copied, file), Path.Combine(data, file));
        }
        else
        {
            TestServer.Copy(copied, data);
        }
        Database = TestServer.Open(data);
        Connection = Database.Connect();
    }

    private Installation(Database database)
    {
        Database = database;
        Connection = Database.Connect();
    }

    public Database Database { get; }

    public DbConnection Connection { get; }

    public IReadOnlyList<Partnership> All => Partnerships.All(Connection);

    public long Partnership => All[0].Id;

    /// <summary>A folder for what the test writes.</summary>
    public string Folder => folder.Path;

    /// <summary>The one that lies in a data folder.</summary>
    public static Installation At(string dataFolder) => new(TestServer.Open(dataFolder));

    /// <summary>One that has read the case's registry of units.</summary>
    public static Installation WithCaseUnits() => new(CaseUnits.Value);

    public ImportReport Import(params IReadOnlyList<string> files) => Import(new ImportOptions(), files);

    public ImportReport Import(ImportOptions options, params IReadOnlyList<string> files) =>
        new Importer(Database, Article.Catalogue).Import([.. files.Select(ImportFile.At)], options);

    public VerificationResult Verify() => Verification.Run(Connection, Article.Catalogue, Database.Vault);

    public Figure Figure(string code, params (string Column, string Value)[] where) =>
        Figure(code, query => query with { Where = where });

    public Figure Figure(string code, Func<FigureQuery, FigureQuery> ask) =>
        new Figures(Connection, Article.Catalogue, Database.Vault).Of(Article.Catalogue.Indicator(code)!, ask(new FigureQuery(Partnership, AllTime)));

    /// <summary>Every figure of every partnership, as one text.</summary>
    public string FiguresOf(IEnumerable<Indicator> indicators, DateTimeOffset? asOf = null)
    {
        var figures = new Figures(Connection, Article.Catalogue, Database.Vault);
        return string.Join('\n', All.SelectMany(_ => indicators, (partnership, indicator) =>
        {
            var figure = figures.Of(indicator, new FigureQuery(partnership.Id, AllTime) { AsOf = asOf });
            return $"{partnership.Name} {indicator.Code} {figure.Value} {figure.Low} {figure.High} {figure.Records}";
        }));
    }

    public IReadOnlyList<Jiedui.Flow.Ledgers.Record> Records(string ledger) =>
        [.. All.SelectMany(partnership => new LedgerBook(Connection, Database.Vault).All(Article.Catalogue.Ledger(ledger)!, new Reach(partnership.Id))).OrderBy(record => record.Source.RowNumber)];

    public UnitRef Unit(string name) => UnitRegistry.Load(Connection, Partnership).Named(name).Single().Ref;

    public long Count(string table) => Scalar($"SELECT count(*) FROM {table}");

    public long Scalar(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = TestServer.Sql(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>How many rows stand in each table: what an import that leaves nothing behind does not change.</summary>
    public string Contents() => string.Join('\n', TestServer.Tables(Connection).Select(table => $"{table} {Count(table)}"));

    public void Dispose()
    {
        Connection.Dispose();
        // Another folder may come to lie at the same path.
        Database.Release();
        folder.Dispose();
    }

    /// <summary>Another installation that holds the same.</summary>
    public Installation Copy()
    {
        if (TestServer.IsBuiltIn)
        {
            Database.CopyTo(Folder);
            return new Installation(Folder);
        }
        // The server copies only what nobody is connected to.
        Connection.Close();
        Database.Release();
        var copy = new Installation(Database.Folder);
        Connection.Open();
        return copy;
    }

    private static string ImportCaseUnits()
    {
        var installation = new Installation();
        installation.Import(Case.Ledger("00 单位名录.xlsx"));
        installation.Connection.Dispose();
        installation.Database.Release();
        TestServer.Keep(installation.Database.Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => installation.folder.Dispose();
        return installation.Database.Folder;
    }
}
