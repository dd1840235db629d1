using CsCheck;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Looking;

/// <summary>Over the whole case: the pages of any question hold what the database finds for it, each record once, in the order that was asked for.</summary>
[Collection(ImportedCaseCollection.Name)]
public sealed class PagesTests
{
    private readonly Installation office;
    private readonly LedgerBook book;
    private readonly UnitRegistry units;
    private readonly LedgerType[] filled;

    public PagesTests(ImportedCase imported)
    {
        office = imported.Office;
        book = new LedgerBook(office.Connection, office.Database.Vault, new LedgerIndexes());
        units = UnitRegistry.Load(office.Connection, office.Partnership);
        filled = [.. Article.Catalogue.Ledgers.Where(ledger => book.Count(ledger, new Reach(office.Partnership)) > 0)];
    }

    private Gen<RecordQuery> AnyQuery(LedgerType ledger)
    {
        var open = ledger.Columns.Where(column => !column.IsPersonal).ToArray();
        var words = Gen.OneOfConst("镇", "有限公司", "2020", "西安", "1", "是", "a", "B", "招", "%", "_", "不会有的话");
        return Gen.Select(
            Gen.OneOfConst([.. units.All.Select(unit => (long?)unit.Id).Prepend(null).Prepend(null)]), Gen.Select(Gen.OneOfConst(open), words).Array[0, 2], words.Null(0.6),
            Gen.OneOfConst([.. Enum.GetValues<StandingFilter>().Select(one => (StandingFilter?)one), null, null, null]), Gen.Bool,
            Gen.OneOfConst<Period?>(null, null, new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30))),
            (unit, where, search, standing, finds, period) => new RecordQuery(new Reach(office.Partnership, unit))
            {
                Where = [.. where.Select(one => (one.Item1.Name, one.Item2))],
                Search = search,
                Standing = standing,
                FindsPersonal = finds,
                Period = period,
            });
    }

    [Fact]
    public void The_pages_of_a_filter_hold_as_many_records_as_a_word_to_all_of_them_would_reach() =>
        Gen.OneOfConst(filled).SelectMany(ledger => AnyQuery(ledger).Select(query => (ledger, query))).Sample(
            (ledger, query) => book.Find(ledger, query with { Limit = 1 }).Total == MeantBy(ledger, query), iter: 150, threads: 1);

    [Fact]
    public void The_pages_of_a_filter_hold_the_records_whose_cells_hold_the_text()
    {
        foreach (var (ledger, column) in filled.SelectMany(ledger => ledger.Columns.Where(column => column.Kind is ColumnKind.Choice or ColumnKind.Unit or ColumnKind.Organisation && !column.IsPersonal).Select(column => (ledger, column))))
        {
            var all = book.All(ledger, new Reach(office.Partnership)).ToList();
            if (all.Select(record => Text(record, column)).FirstOrDefault(text => text.Length > 0) is not { } text)
                continue;
            var found = book.All(ledger, new RecordQuery(new Reach(office.Partnership)) { Where = [(column.Name, text)] }).Select(record => record.Id);
            Assert.Equal(all.Where(record => Text(record, column).Contains(text, StringComparison.Ordinal)).Select(record => record.Id).Order(), found.Order());
        }
    }

    [Fact]
    public void Page_after_page_shows_each_record_once_in_order_and_backwards_when_turned_round() =>
        Gen.OneOfConst(filled).SelectMany(ledger => Gen.Select(AnyQuery(ledger), Gen.OneOfConst([.. Orders(ledger)]), Gen.Int[1, 70]).Select(asked => (ledger, asked.Item1, asked.Item2, asked.Item3))).Sample(
            (ledger, query, order, size) =>
            {
                var up = Paged(ledger, query with { SortBy = order }, size);
                var down = Paged(ledger, query with { SortBy = order, Descending = true }, size);
                Assert.Equal(up.Count, up.Distinct().Count());
                Assert.Equal(MeantBy(ledger, query), up.Count);
                if (order is not null)
                    Assert.Equal(up, down.Reverse<long>());
                if (ledger.Find(order ?? "") is { } column)
                    Assert.Equal(up, up.OrderBy(record => Sorted(book.Versions(ledger, new Reach(office.Partnership), record)[0], column), Comparer<object?>.Create(Compare)).ThenBy(record => record));
            }, iter: 40, threads: 1);

    [Fact]
    public void Beyond_the_last_page_is_nothing()
    {
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        var total = book.Find(ledger, new RecordQuery(new Reach(office.Partnership))).Total;
        Assert.Empty(book.Find(ledger, new RecordQuery(new Reach(office.Partnership)) { Offset = (int)total }).Records);
        Assert.Single(book.Find(ledger, new RecordQuery(new Reach(office.Partnership)) { Offset = (int)total - 1 }).Records);
        Assert.Empty(book.Find(ledger, new RecordQuery(new Reach(office.Partnership)) { Offset = int.MaxValue - 50 }).Records);
    }

    private static IEnumerable<string?> Orders(LedgerType ledger) =>
        ledger.Columns.Where(column => !column.IsPersonal).Select(column => (string?)column.Name).Append(RecordQuery.ByStanding).Append(null);

    private List<long> Paged(LedgerType ledger, RecordQuery query, int size)
    {
        var seen = new List<long>();
        for (var offset = 0; ; offset += size)
        {
            var page = book.Find(ledger, query with { Offset = offset, Limit = size });
            seen.AddRange(page.Records.Select(record => record.Id));
            if (offset + size >= page.Total)
                return seen;
            Assert.Equal(size, page.Records.Count);
        }
    }

    /// <summary>A review where nothing waits for review says nothing, and tells how many it meant.</summary>
    private long MeantBy(LedgerType ledger, RecordQuery query)
    {
        var heard = new BothSides(office.Database).SayAll(ledger, query, new Speaker("测试", Side.Giver, Level.Office), Verdict.Review, Seen.Now(office.Connection));
        Assert.Equal(0, heard.Said);
        return heard.Meant;
    }

    private static string Text(Jiedui.Flow.Ledgers.Record record, Column column) => record.Row[column] switch { UnitRef unit => unit.Name, string text => text, _ => "" };

    private static object? Sorted(Jiedui.Flow.Ledgers.Record record, Column column) => record.Row[column] switch
    {
        null => null,
        UnitRef unit => unit.Name,
        Amount amount => amount.Low ?? amount.High,
        bool flag => flag ? 1L : 0L,
        string[] list => System.Text.Json.JsonSerializer.Serialize(list, Jiedui.Storage.Json.Readable),
        var other => Mask.IsFree(column) && other is string text ? Mask.Within(text) : other.ToString(),
    };

    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => string.CompareOrdinal(one, other),
        _ => ((long)left).CompareTo((long)right),
    };
}
