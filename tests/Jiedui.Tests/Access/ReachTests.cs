using CsCheck;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Access;

/// <summary>Over the whole case: whatever the reach, what the pages show one after another, what is exported, what a figure counts and what it traces are the same records.</summary>
[Collection(ImportedCaseCollection.Name)]
public sealed class ReachTests(ImportedCase imported)
{
    private readonly LedgerBook book = new(imported.Office.Connection, imported.Office.Database.Vault);
    private readonly Figures figures = new(imported.Office.Connection, Article.Catalogue, imported.Office.Database.Vault);
    private readonly UnitRegistry units = UnitRegistry.Load(imported.Office.Connection, imported.Office.Partnership);

    private Gen<Reach> AnyReach => Gen.OneOfConst([.. units.All.Select(unit => new Reach(imported.Office.Partnership, unit.Id)), new Reach(imported.Office.Partnership, 999_999)]);

    [Fact]
    public void Pages_exports_and_counts_hold_the_same_records()
    {
        var filled = Article.Catalogue.Ledgers.Where(ledger => book.Count(ledger, new Reach(imported.Office.Partnership)) > 0).ToArray();
        Gen.Select(AnyReach, Gen.OneOfConst(filled), Gen.Int[1, 60]).Sample((reach, ledger, size) =>
        {
            var expected = book.All(ledger, new Reach(reach.Partnership)).Where(record => reach.Covers(record.Row, units)).Select(record => record.Id).Order().ToList();
            var paged = Paged(ledger, reach, size).Order().ToList();
            using var export = new MemoryStream();
            return paged.SequenceEqual(expected)
                && book.Count(ledger, reach) == expected.Count
                && LedgerExport.Of(book, ledger, reach).Write(ExportFormat.Csv, export) == expected.Count
                && book.AllAsOf(ledger, reach, DateTimeOffset.UtcNow).Count() == expected.Count;
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void A_figure_and_its_trace_count_the_records_within()
    {
        Gen.Select(AnyReach, Gen.OneOfConst([.. Article.Catalogue.Indicators])).Sample((reach, indicator) =>
        {
            var query = new FigureQuery(reach.Partnership, Installation.AllTime) { Within = reach.Unit };
            var figure = figures.Of(indicator, query);
            var trace = figures.Trace(indicator, query, 100_000);
            Assert.All(trace.GroupBy(line => line.Ledger), group =>
            {
                var within = book.All(Article.Catalogue.Ledger(group.Key)!, reach).Select(record => record.Id).ToHashSet();
                Assert.All(group, line => Assert.Contains(line.Record, within));
            });
            if (indicator.Formula is SumFormula && figure.Value is { } sum)
                Assert.Equal(sum, trace.Sum(line => line.Amount ?? 0));
            // Who sees no further than a unit sees what the office sees when it asks for that unit.
            if (indicator.Formula is not YieldFormula && units.Find(reach.Unit!.Value) is { } unit)
            {
                var asked = figures.Of(indicator, query with { Within = null, Unit = unit.Ref });
                Assert.Equal((asked.Value, asked.Low, asked.High, asked.Records), (figure.Value, figure.Low, figure.High, figure.Records));
            }
        }, iter: 80, threads: 1);
    }

    [Fact]
    public void Asking_for_another_unit_leaves_what_both_are_named_in()
    {
        var (own, other) = (Unit("棣花镇"), Unit("商镇"));
        var indicator = Article.Catalogue.Indicator("labour.surveys")!;
        var query = new FigureQuery(imported.Office.Partnership, Installation.AllTime) { Within = own.Id };
        Assert.True(figures.Of(indicator, query).Value > 0);
        Assert.Equal(0, figures.Of(indicator, query with { Unit = other }).Records);
        Assert.DoesNotContain(figures.ByUnit(indicator, query), line => line.Unit == other);
        Assert.Null(book.FinderOf(query.Reach).Find("商镇", []).Unit);
        Assert.DoesNotContain("商镇", book.FinderOf(query.Reach).Find("商镇某村", []).Candidates);
        Assert.Equal(own, book.FinderOf(query.Reach).Find("棣花镇", []).Unit);
    }

    [Fact]
    public void The_values_of_a_column_are_those_of_the_records_within()
    {
        var sales = Article.Catalogue.Indicator("consumption.sales")!;
        var channel = Article.Catalogue.Ledger("consumption.sales")!.Find("渠道")!;
        var query = new FigureQuery(imported.Office.Partnership, Installation.AllTime);
        Assert.NotEmpty(figures.ByColumn(sales, query, channel));
        Assert.Empty(figures.ByColumn(sales, query with { Within = 999_999 }, channel));
    }

    [Fact(Skip = "The built-in engine tells how it answers a question whatever its tables hold; a server goes by what it has counted in them.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void What_a_unit_is_part_of_is_found_by_index_and_no_other_partnership_is_gone_through()
    {
        var table = new Jiedui.Storage.LedgerTable(Article.Catalogue.Ledger("labour.workers")!);
        var plan = Plan($"SELECT count(*) FROM {table.Name} t WHERE t.partnership = 1 AND t.superseded IS NULL AND t.parties IN (SELECT parties FROM parties_unit WHERE partnership = 1 AND unit IN (2, 3))");
        Assert.Contains("SEARCH t USING PRIMARY KEY (partnership=?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN parties_unit", plan, StringComparison.Ordinal);
    }

    private List<long> Paged(LedgerType ledger, Reach reach, int size)
    {
        var seen = new List<long>();
        for (var total = 1L; seen.Count < total;)
        {
            var page = book.Find(ledger, new RecordQuery(reach) { Offset = seen.Count, Limit = size });
            total = page.Total;
            if (page.Records.Count == 0)
                break;
            seen.AddRange(page.Records.Select(record => record.Id));
        }
        return seen;
    }

    private UnitRef Unit(string name) => units.Named(name).Single().Ref;

    private string Plan(string sql)
    {
        using var command = imported.Office.Connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }
}
