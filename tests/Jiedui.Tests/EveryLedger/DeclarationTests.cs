using System.Text;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Work;

namespace Jiedui.Tests.EveryLedger;

public class DeclarationTests
{
    private static readonly Catalogue Catalogue = Article.Catalogue;

    /// <summary>The catalogue of the contract: what an office really keeps.</summary>
    private const string Kept =
        """
        registry.partnerships registry.units registry.households
        decisions.meetings decisions.tasks decisions.policies pairing.groups pairing.pairs pairing.agreements
        exchange.visits exchange.joint_meetings exchange.secondees exchange.bulletins
        industry.projects industry.funds industry.land industry.site_jobs industry.dividends industry.services
        labour.agencies labour.workers labour.fairs labour.vacancies labour.placements labour.trainings
        consumption.suppliers consumption.products consumption.outlets consumption.events consumption.contracts consumption.sales consumption.initiatives
        talent.study_tours talent.teaching_visits talent.medical culture.bases culture.routes culture.promotions society.donations society.campaigns
        results.honours results.media
        """;

    public static TheoryData<string> All => Ledgers.All;

    public static TheoryData<string, string> Facts =>
        new(File.ReadLines(Path.Combine(Case.Folder, "facts.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(cells => (cells[0], cells[5])).Distinct());

    [Fact]
    public void Every_ledger_that_an_office_keeps_is_declared() =>
        Assert.Equal(Kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(), Catalogue.Ledgers.Select(ledger => ledger.Code).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_measure_of_a_ledger_feeds_an_indicator(string code) =>
        Assert.All(Ledgers.Of(code).Measures, measure => Assert.Contains(Catalogue.Indicators, indicator => indicator.Formula.Measures.Contains(measure)));

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_figure_of_the_article_is_an_indicator_in_its_unit(string code, string unit) =>
        Assert.Equal(unit, Catalogue.Indicator(code)?.Unit);

    [Fact]
    public void Codes_are_unique_and_say_their_field()
    {
        Assert.Equal(Catalogue.Ledgers.Count, Catalogue.Ledgers.DistinctBy(ledger => ledger.Code).Count());
        Assert.Equal(Catalogue.Ledgers.Count, Catalogue.Ledgers.DistinctBy(ledger => ledger.Name).Count());
        Assert.Equal(Catalogue.Indicators.Count, Catalogue.Indicators.DistinctBy(indicator => indicator.Code).Count());
        Assert.All(Catalogue.Fields, field => Assert.All(field.Ledgers, ledger => Assert.Equal(field.Code, ledger.Field)));
        Assert.All(Catalogue.Indicators, indicator => Assert.Contains(Catalogue.Fields, field => field.Code == indicator.Field));
    }

    [Fact]
    public void Every_indicator_says_in_Chinese_what_it_counts() =>
        Assert.All(Catalogue.Indicators, indicator =>
        {
            Assert.True(indicator.Definition.Count(letter => letter is >= '\u4e00' and <= '\u9fff') >= 10, $"{indicator.Code}: {indicator.Definition}");
            Assert.EndsWith("。", indicator.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(indicator.Name);
        });

    /// <summary>As the importer compares them: half-width, without blanks.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void No_header_of_a_ledger_means_two_columns(string code) =>
        Assert.Empty(Ledgers.Of(code).Columns
            .SelectMany(column => column.Aliases.Prepend(column.Name).Select(header => (column.Name, Header: Folded(header))))
            .Distinct().GroupBy(pair => pair.Header).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(' ', group.Select(pair => pair.Name))}"));

    [Fact]
    public void A_sum_of_people_or_a_stock_is_refused_when_declared()
    {
        Assert.Throws<DeclarationException>(() => Measure<People>.Flow("x.people", "人数"));
        Assert.Throws<DeclarationException>(() => Measure<Households>.Flow("x.households", "户数"));
        Assert.Throws<DeclarationException>(() => Indicator.Sum(Measure<People>.Distinct("x.people", "人数"), "逐月相加。"));
        Assert.Throws<DeclarationException>(() => Indicator.Sum(Measure<Items>.Stock("x.items", "在册数"), "逐月相加。"));
        Assert.Throws<DeclarationException>(() => Indicator.Sum(Measure<Money>.Floor("x.least", "最低收入"), "逐月相加。"));
        Assert.Throws<DeclarationException>(() => Indicator.AtDate(Measure<Money>.Flow("x.money", "金额"), "时点值。"));
        Assert.Throws<DeclarationException>(() => Indicator.Distinct(Measure<Money>.Flow("x.money", "金额"), "去重。"));
        Assert.Throws<DeclarationException>(() => Indicator.Least(Measure<Money>.Flow("x.money", "金额"), "最低。"));
        Assert.Throws<DeclarationException>(() => Indicator.Ratio("x.r", "比", "%", Measure<People>.Distinct("x.people", "人"), Measure<Money>.Flow("x.money", "金额"), "比。"));
        Assert.Throws<DeclarationException>(() => Indicator.Coverage("x.c", "覆盖率", Measure<Items>.Flow("x.flow", "数"), Measure<Items>.Stock("x.stock", "数"), "率。"));
        Assert.Throws<DeclarationException>(() => Sentence.Of($"就业3人。"));
    }

    [Fact]
    public void Two_ledgers_of_one_code_and_a_measure_that_no_indicator_shows_are_refused()
    {
        var field = new Field("x", "某某", FieldGroup.Results) { Ledgers = [Ledger(), Ledger()] };
        Assert.Throws<DeclarationException>(() => new Catalogue([field]));
        Assert.Throws<DeclarationException>(() => new Catalogue([field with { Ledgers = [Ledger(Measure<Times>.Flow("x.times", "次数"))] }]));

        static LedgerType Ledger(Measure<Times>? posted = null)
        {
            var it = new LedgerBuilder("x.things", "某台账", "一件事");
            it.Date("日期").Required();
            it.Key(it.Text("名称").Required());
            if (posted is not null)
                it.PostsOne(posted);
            return it.Done();
        }
    }

    [Fact]
    public void What_is_posted_by_the_names_of_one_subject_is_all_that_a_row_posts_to_that_measure()
    {
        var (it, stock) = (new LedgerBuilder("x.things", "某台账", "一件事"), Measure<Items>.Stock("x.items", "在册数"));
        it.Key(it.Text("名称").Required());
        it.PostsOne(stock).AboutOne(_ => [new Subject("项目", "一"), new Subject("项目", "甲")]);
        it.PostsOne(stock);
        Assert.Throws<DeclarationException>(it.Done);
    }

    /// <summary>Both parameters of Posts name the same T: 人 into a measure of 人次 does not compile.</summary>
    [Fact]
    public void Every_way_to_post_ties_the_amount_to_the_measures_dimension()
    {
        var ways = typeof(LedgerBuilder).GetMethods().Where(method => method.Name is "Posts" or "Deducts").ToList();
        Assert.NotEmpty(ways);
        Assert.All(ways, method =>
        {
            var dimension = method.GetGenericArguments().Single();
            Assert.Equal(typeof(Measure<>).MakeGenericType(dimension), method.GetParameters()[0].ParameterType);
            var amount = method.GetParameters()[1].ParameterType;
            Assert.True(
                amount == typeof(QuantityColumn<>).MakeGenericType(dimension)
                    || amount == typeof(Func<,>).MakeGenericType(typeof(Row), typeof(Nullable<>).MakeGenericType(typeof(Quantity<>).MakeGenericType(dimension))),
                $"{method}: {amount}");
        });
    }

    private static string Folded(string header) => string.Concat(header.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
}
