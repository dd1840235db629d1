using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Indicators;

[Collection(ImportedCaseCollection.Name)]
public class CaseFiguresTests(ImportedCase imported)
{
    private static readonly Period June = Month(2020, 6);

    private readonly Installation office = imported.Office;

    public static TheoryData<string, string, string, string, string> Facts =>
        new(File.ReadLines(Path.Combine(Case.Folder, "facts.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[2], cells[3], cells[4], cells.ElementAtOrDefault(7) ?? "")));

    public static TheoryData<string> Sums => [.. Article.Catalogue.Indicators.Where(indicator => indicator.Nature == Nature.Flow).Select(indicator => indicator.Code)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_ledgers_give_every_figure_of_the_article(string code, string op, string low, string high, string where)
    {
        // Asked as a user asks who names no period: over the partnership's life.
        var figure = office.Figure(code, query => query with
        {
            Period = office.All[0].Life(DateOnly.FromDateTime(DateTime.Today)),
            Where = where.Length == 0 ? [] : [(where.Split('=')[0], where.Split('=')[1])],
        });
        switch (op)
        {
            case "eq":
                Assert.Equal(Number(low), figure.Value);
                break;
            case "ge":
                Assert.True(figure.Value >= Number(low), figure.ToString());
                break;
            case "gt":
                Assert.True(figure.Value > Number(low), figure.ToString());
                break;
            default:
                Assert.Equal((null, Number(low), Number(high)), (figure.Value, figure.Low, figure.High));
                break;
        }
        Assert.True(figure.Records > 0);
    }

    [Fact]
    public void The_persons_of_one_town_in_one_month_are_those_one_counts_by_hand()
    {
        string[] wishes = ["转岗", "增收", "培训", "返乡", "无需求"];
        var persons = RawTable.AllOf("03 劳动力摸排名册.xlsx", "身份证号码")
            .Where(row => row["户籍所在镇办"].Trim() == "棣花镇" && RawTable.MonthOf(row["摸排时间"]) == "2020-06" && row["姓名"].Trim().Length > 0 && wishes.Contains(row["需求"].Trim()))
            .Select(row => RawTable.IdOf(row["身份证号码"])).Where(id => id is not null).Distinct().Count();

        Assert.True(persons > 50);
        Assert.Equal(persons, office.Figure("labour.surveyed", query => query with { Period = June, Unit = office.Unit("棣花镇") }).Value);
        Assert.Equal(persons, office.Figure("labour.surveyed", query => query with { Period = June, Where = [("户籍镇", "棣花镇")] }).Value);
    }

    [Fact]
    public void The_sales_of_one_month_are_those_one_adds_by_hand()
    {
        var sales = RawTable.AllOf("04 销售订单.csv", "单号").Where(row => RawTable.MonthOf(row["日期"]) == "2020-11").Sum(row => RawTable.NumberOf(row["金额(元)"]));
        Assert.True(sales > 0);
        Assert.Equal(sales, office.Figure("consumption.sales", query => query with { Period = Month(2020, 11) }).Value);
    }

    [Fact]
    public void The_medical_help_of_one_hospital_is_what_one_adds_by_hand()
    {
        var rows = RawTable.AllOf("05 三项扶持台账.xlsx", "卫生院").Where(row => row["医院"] == "碑林区人民医院").ToList();
        var all = rows.Sum(row => RawTable.NumberOf(row["人次"]));
        var figures = Article.Catalogue.Ledger("talent.medical")!.Measures.Select(measure => measure.Code).Select(code => (code, office.Figure(code, query => query with { Unit = office.Unit("碑林区人民医院") }).Value)).ToList();
        Assert.True(rows.Count > 0);
        Assert.Equal(all, figures.Where(pair => pair.code is "talent.medical_trained" or "talent.patients").Sum(pair => pair.Value));
    }

    [Theory]
    [MemberData(nameof(Sums))]
    public void The_months_of_a_sum_add_up_to_it_and_so_does_its_trace(string code)
    {
        var indicator = Article.Catalogue.Indicator(code)!;
        var figures = new Figures(office.Connection, Article.Catalogue, office.Database.Vault);
        var query = new FigureQuery(office.Partnership, new Period(new DateOnly(2019, 1, 1), new DateOnly(2021, 12, 31)));
        var figure = figures.Of(indicator, query);
        Assert.Equal(figure.Value ?? figure.Low ?? 0, figures.Trend(indicator, query).Sum(month => month.Figure.Value ?? month.Figure.Low ?? 0));
        Assert.Equal(figure.Value ?? figure.Low ?? 0, figures.Trace(indicator, query, 100_000).Sum(line => line.Amount ?? 0));
    }

    [Fact]
    public void A_trace_has_as_many_lines_as_it_is_told_to_have()
    {
        var figures = new Figures(office.Connection, Article.Catalogue, office.Database.Vault);
        var whole = new FigureQuery(office.Partnership, new Period(new DateOnly(2019, 1, 1), new DateOnly(2021, 12, 31)));
        foreach (var query in (FigureQuery[])[whole, whole with { ConfirmedOnly = true }, whole with { Period = June, Unit = office.Unit("棣花镇") }])
        {
            foreach (var indicator in Article.Catalogue.Indicators)
                Assert.Equal((indicator.Code, figures.Trace(indicator, query, int.MaxValue).Count), (indicator.Code, (int)figures.TraceLength(indicator, query)));
        }
    }

    [Fact]
    public void Persons_do_not_add_up_over_months()
    {
        var figures = new Figures(office.Connection, Article.Catalogue, office.Database.Vault);
        var trend = figures.Trend(Article.Catalogue.Indicator("labour.surveyed")!, new FigureQuery(office.Partnership, new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31))));
        Assert.True(trend.Sum(month => month.Figure.Value) >= 10_844);
        Assert.Equal(11_000, office.Figure("labour.surveys").Value);
    }

    [Fact]
    public void Towns_add_up_to_all_surveys()
    {
        var lines = new Figures(office.Connection, Article.Catalogue, office.Database.Vault).ByUnit(Article.Catalogue.Indicator("labour.surveys")!, new FigureQuery(office.Partnership, Installation.AllTime));
        Assert.Equal(11_000, lines.Where(line => line.Side == Side.Receiver).Sum(line => line.Figure.Value));
    }

    [Theory]
    [InlineData("consumption.contract_amount")]
    [InlineData("consumption.sales")]
    [InlineData("society.donation_value")]
    [InlineData("labour.job_fairs")]
    [InlineData("talent.study_tour_pupils")]
    public void A_trace_points_to_the_cell_that_gave_the_amount(string code)
    {
        var indicator = Article.Catalogue.Indicator(code)!;
        var lines = new Figures(office.Connection, Article.Catalogue, office.Database.Vault).Trace(indicator, new FigureQuery(office.Partnership, Installation.AllTime), 1000);
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var text = CellAt(line).Text.Replace(",", "", StringComparison.Ordinal);
            if (decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) && indicator.Code != "labour.job_fairs")
                Assert.Contains(line.Amount!.Value, new[] { number, number * 10_000 });
            else
                Assert.NotEmpty(text);
        });
    }

    [Fact]
    public void An_exact_sum_is_kept_to_the_fen()
    {
        var raised = RawTable.AllOf("05 三项扶持台账.xlsx", "平台").Sum(row => RawTable.NumberOf(row["筹款金额（元）"]));
        Assert.Equal(raised, office.Figure("society.campaign_raised").Value);
    }

    [Fact]
    public void Before_the_first_import_nothing_was_known()
    {
        var figure = office.Figure("labour.surveyed", query => query with { AsOf = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal((0m, 0L), (figure.Value, figure.Records));
    }

    [Fact]
    public void A_condition_on_a_column_that_no_feeding_ledger_has_is_refused() =>
        Assert.Throws<UnanswerableException>(() => office.Figure("labour.job_fairs", ("没有的列", "甲")));

    private static RawCell CellAt(TraceLine line)
    {
        using var workbook = Workbook.Open(Case.Ledger(line.File));
        var row = int.Parse(line.Cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
        return workbook.Sheets.Single(sheet => sheet.Name == line.Sheet).Rows().Single(one => one.Number == row).Cells.Single(cell => CellAddress.Of(row, cell.Column) == line.Cell);
    }

    private static Period Month(int year, int month) => Period.Between(new PartialDate(year, month), new PartialDate(year, month));

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
