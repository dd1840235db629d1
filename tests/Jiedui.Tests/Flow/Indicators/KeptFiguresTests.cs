using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Indicators;

/// <summary>
/// What is kept by month and unit, against a count of the postings themselves: a question that names a moment is answered from those. Rows come, are corrected,
/// move to other towns and months and are withdrawn, at random.
/// </summary>
public sealed class KeptFiguresTests : IDisposable
{
    private static readonly string[] Towns = ["棣花镇", "商镇", "铁峪铺镇", "丹凤县"];
    private static readonly string[] Wishes = ["转岗", "增收", "培训"];
    private static readonly DateTimeOffset Later = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Installation office = Installation.WithCaseUnits();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_came_and_went_every_span_and_unit_counts_what_the_postings_say(int seed)
    {
        Assert.SkipUnless(TestServer.IsBuiltIn || seed == 1, "What is kept does not depend on the engine: one row of chances is enough.");
        var random = new Random(seed);
        var workers = Article.Catalogue.Ledger("labour.workers")!;
        for (var round = 0; round < 4; round++)
        {
            office.Import(Workbook(random));
            foreach (var record in office.Records("labour.workers").Where(_ => random.Next(8) == 0).ToList())
                new Importer(office.Database, Article.Catalogue).Withdraw(workers, new Reach(office.Partnership), record.Id, "登记错了", "测试");
            Speak(workers, random);
            AllAreAsPosted(random);
        }
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void An_organisation_that_is_put_below_a_unit_later_brings_its_records_with_it()
    {
        office.Import(new Xlsx()
            .Sheet("协议", [["协议编号", "采购方", "供货方", "金额", "签订日期"], ["XY-1", "西安甲公司", "丹凤乙公司", "20万元", "2020-06-01"]])
            .Save(office.Folder));
        Assert.Equal(0, office.Figure("consumption.contract_amount", query => query with { Unit = office.Unit("碑林区") }).Value);

        office.Import(new Xlsx().Sheet("单位名录", [["名称", "类别", "上级", "所属方"], ["西安甲公司", "企业", "碑林区", "帮扶方"]]).Save(office.Folder));

        Assert.Equal(200_000, office.Figure("consumption.contract_amount", query => query with { Unit = office.Unit("碑林区") }).Value);
        Assert.Equal(1, office.Figure("consumption.contract_buyers", query => query with { Unit = office.Unit("碑林区") }).Value);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void The_pages_of_a_floors_trace_are_its_records_from_the_lowest_on_whatever_was_corrected_or_withdrawn()
    {
        office.Import(Jobs(job => 1800 + job * 7 % 10 * 100));
        // The lowest are raised, others fall below them, some go.
        office.Import(Jobs(job => job % 4 == 0 ? 1500 + job : 1900 + job * 7 % 10 * 100));
        foreach (var record in office.Records("industry.site_jobs").Where((_, at) => at % 9 == 0).ToList())
            new Importer(office.Database, Article.Catalogue).Withdraw(Article.Catalogue.Ledger("industry.site_jobs")!, new Reach(office.Partnership), record.Id, "登记错了", "测试");
        var figures = new Figures(office.Connection, Article.Catalogue, office.Database.Vault);
        var floor = Article.Catalogue.Indicators.First(indicator => indicator.Formula is LeastFormula && indicator.Code == "industry.job_income_floor");
        var query = new FigureQuery(office.Partnership, new Period(new DateOnly(2020, 2, 1), new DateOnly(2020, 9, 30)));

        var pages = Enumerable.Range(0, 8).SelectMany(page => figures.Trace(floor, query, 5, 5 * page));

        var posted = figures.Trace(floor, query with { AsOf = Later }, int.MaxValue);
        Assert.InRange(posted.Count, 20, 40);
        Assert.Equal(posted.Select(Line), pages.Select(Line));

        static string Line(TraceLine line) => $"{line.Record} {line.Version} {line.Amount} {line.On}";
    }

    /// <summary>More than are sorted at once; later ones among those that are kept, some of them in other towns and months.</summary>
    [Fact]
    public void Tens_of_thousands_of_persons_are_each_counted_once()
    {
        const int persons = 70_000;
        const int again = 3_000;
        var first = office.Import(Roster(Enumerable.Range(0, persons), "2020-06-01")).Files[0].Sheets[0];
        var second = office.Import(Roster(Enumerable.Range(persons - again, 2 * again), "2020-07-01")).Files[0].Sheets[0];
        Assert.Equal((persons, 2 * again), (first.Accepted, second.Accepted));
        Assert.Equal(persons + again, office.Figure("labour.surveyed", query => query).Value);
        Assert.Equal(2 * again, office.Figure("labour.surveyed", query => query with { Period = new Period(new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 31)) }).Value);
        Assert.Empty(office.Verify().Faults);
    }

    public void Dispose() => office.Dispose();

    private string Roster(IEnumerable<int> persons, string date)
    {
        var file = Path.Combine(office.Folder, $"名册 {date}.csv");
        File.WriteAllLines(file, ["姓名,身份证号,户籍镇,意愿,摸排方式,摸排日期", .. persons.Select(person => $"于平,{Id(person)},{Towns[person % 7 % 3]},{Wishes[person % 3]},电话,{date}")]);
        return file;
    }

    /// <summary>Forty jobs over ten months, each with an income.</summary>
    private string Jobs(Func<int, int> income) => new Xlsx()
        .Sheet("务工", [
            ["项目", "户编号", "姓名", "身份证号", "月份", "月收入（元/月）"],
            .. Enumerable.Range(0, 40).Select(job => new object?[] { "茶园", $"H{job}", $"务工{job}", Id(job), $"2020-{1 + job % 10:00}", income(job) }),
        ]).Save(office.Folder);

    private static string Id(int person)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"619926{1960 + person % 40}{1 + person / 40_000:00}01{person / 40 % 1000:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11];
    }

    private static string Month(Random random) => string.Create(CultureInfo.InvariantCulture, $"{2019 + random.Next(2)}-{1 + random.Next(12):00}");

    private void AllAreAsPosted(Random random)
    {
        var indicators = Article.Catalogue.Indicators.Where(indicator => indicator.Field is "labour" or "industry" or "pairing" or "decisions").ToList();
        var figures = new Figures(office.Connection, Article.Catalogue, office.Database.Vault);
        var units = Towns.Select(name => (UnitRef?)office.Unit(name)).Append(null).ToList();
        for (var question = 0; question < 40; question++)
        {
            var from = new DateOnly(2018, 10, 1).AddMonths(random.Next(30));
            var query = new FigureQuery(office.Partnership, new Period(from, from.AddMonths(1 + random.Next(14)).AddDays(-1)))
            {
                Unit = units[random.Next(units.Count)],
                Within = units[random.Next(units.Count)]?.Id,
                ConfirmedOnly = question % 4 == 1,
            };
            var kept = figures.All(indicators, query);
            foreach (var figure in kept)
            {
                Assert.Equal(Told(figures.Of(figure.Indicator, query with { AsOf = Later })), Told(figure));
                Assert.Equal(Told(figures.Of(figure.Indicator, query)), Told(figure));
            }
        }
    }

    /// <summary>Each side says something to some of the records; some of them are its own, and some were disputed before.</summary>
    private void Speak(LedgerType ledger, Random random)
    {
        var sides = new BothSides(office.Database);
        foreach (var side in (Side[])[Side.Giver, Side.Receiver])
        {
            var speaker = new Speaker("测试", side, Level.Office);
            var some = office.Records(ledger.Code).Where(_ => random.Next(4) == 0).Select(record => record.Id).ToList();
            sides.SayAll(ledger, new RecordQuery(new Reach(office.Partnership)), speaker, random.Next(4) == 0 ? Verdict.Dispute : Verdict.Confirm, Seen.Now(office.Connection), some, "核对");
            foreach (var record in office.Records(ledger.Code).Where(_ => random.Next(6) == 0).ToList())
                sides.Say(ledger, office.Partnership, speaker, random.Next(3) == 0 ? Verdict.Dispute : Verdict.Confirm, record.Id, record.Version, "核对");
        }
        sides.SayAll(ledger, new RecordQuery(new Reach(office.Partnership)), new Speaker("测试", Side.Giver, Level.Office), Verdict.Confirm, Seen.Now(office.Connection));
    }

    private static string Told(Figure figure) => $"{figure.Indicator.Code} {figure.Query.Period} {figure.Query.Unit} {figure.Query.Within} {figure.Query.ConfirmedOnly}: {figure.Value} {figure.Low} {figure.High} {figure.Records}";

    /// <summary>Some persons, jobs and tasks; what has the same key as before is mostly a correction.</summary>
    private string Workbook(Random random) => new Xlsx()
        .Sheet("名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期", "受帮扶方确认"], .. Rows(40, () =>
            new object?[] { "于平", Id(random.Next(15)), Towns[random.Next(3)], Wishes[random.Next(3)], "电话", Month(random) + "-01", random.Next(2) == 0 ? "是" : "" })])
        .Sheet("带动就业", [["项目", "户编号", "姓名", "身份证号", "月份", "月收入", "帮扶方确认", "受帮扶方确认"], .. Rows(30, () =>
            new object?[] { "香菇大棚", "H" + random.Next(5), "于平", Id(random.Next(8)), Month(random), 1000 + 100 * random.Next(12), "是", random.Next(2) == 0 ? "是" : "否" })])
        .Sheet("议定事项", [["事项", "责任单位", "完成时限", "状态", "完成日期", "进展"], .. Rows(20, () =>
            new object?[] { "第" + random.Next(9) + "件", Towns[random.Next(3)], Month(random) + "-10", "已完成", Month(random) + "-20", "办结" })])
        .Save(office.Folder);

    private static IEnumerable<object?[]> Rows(int count, Func<object?[]> row) => Enumerable.Range(0, count).Select(_ => row()).DistinctBy(cells => (cells[0], cells[1], cells[3], cells[4], cells[5]));
}
