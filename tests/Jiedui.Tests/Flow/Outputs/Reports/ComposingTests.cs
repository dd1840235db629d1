using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class ComposingTests
{
    private static readonly Words Names = Words.Of(SampleLedgers.Ledger, SampleLedgers.Name);

    [Fact]
    public void A_sentence_without_data_drops_out()
    {
        var source = Samples.Source((indicator, _) => indicator == SampleLedgers.Fairs ? 3 : null);
        var document = Samples.Compose(source, Sentence.Of($"举办{SampleLedgers.Fairs}。"), Sentence.Of($"提供{SampleLedgers.JobsOffered}。"), Sentence.Of($"包括{Names}。"));
        Assert.Equal("举办3场次。", Samples.Section(document));
        Assert.Single(document.Facts);
    }

    [Fact]
    public void A_figure_of_a_dropped_sentence_is_no_fact()
    {
        var source = Samples.Source((indicator, _) => indicator == SampleLedgers.Fairs ? 3 : null);
        var document = Samples.Compose(source, Sentence.Of($"举办{SampleLedgers.Fairs}，提供{SampleLedgers.JobsOffered}。"));
        Assert.Empty(document.Facts);
    }

    [Fact]
    public void A_section_and_a_group_without_sentences_drop_out()
    {
        var document = Samples.Compose(Samples.Source((_, _) => null), Sentence.Of($"举办{SampleLedgers.Fairs}。"));
        Assert.DoesNotContain("劳务协作", Samples.Told(document), StringComparison.Ordinal);
        Assert.Equal("一、", Assert.Single(document.Blocks.OfType<HeadingBlock>()).Number);
        Assert.Equal(0, document.FigureCount);
    }

    [Fact]
    public void Words_stand_in_the_order_of_their_dates_and_only_those_of_the_period()
    {
        var late = SampleLedgers.Fair("次年招聘", 1);
        late[SampleLedgers.Date] = new Measures.PartialDate(2021, 1);
        var source = Samples.Source((_, _) => 1, SampleLedgers.Fair("夏季招聘", 7), SampleLedgers.Fair("春季招聘", 3), late, SampleLedgers.Fair("夏季招聘", 8));
        Assert.Equal("举办春季招聘和夏季招聘。", Samples.Section(Samples.Compose(source, Sentence.Of($"举办{Names}。"))));
        Assert.Equal("举办春季招聘、夏季招聘等活动。", Samples.Section(Samples.Compose(source, Sentence.Of($"举办{Names}等活动。"))));
    }

    [Fact]
    public void A_repeated_sentence_asks_each_figure_for_its_value()
    {
        var document = Samples.Document();
        Assert.EndsWith("网络招聘在商洛提供岗位700个。春风行动在西安提供岗位700个。", Samples.Section(document), StringComparison.Ordinal);
        Assert.Equal(
            ["", "", "活动名称=网络招聘", "活动名称=春风行动"],
            document.Facts.Select(fact => string.Concat(fact.Figure.Query.Where.Select(where => $"{where.Column}={where.Value}"))));
        Assert.Equal(4, document.Facts.Select(fact => fact.Id).Distinct().Count());
    }

    [Fact]
    public void A_fact_id_holds_no_digits_and_is_the_same_in_the_next_report()
    {
        var ids = Samples.Document().Facts.Select(fact => fact.Id).ToList();
        Assert.Equal(ids, Samples.Document().Facts.Select(fact => fact.Id));
        Assert.All(ids, id => Assert.DoesNotMatch("[0-9]", id));
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 64));
    }

    [Fact]
    public void Personal_columns_are_refused()
    {
        var told = Sentence.Of($"电话{Words.Of(SampleLedgers.Ledger, SampleLedgers.Phone)}。");
        Assert.Throws<DeclarationException>(() => Samples.Compose(Samples.Source((_, _) => 1, SampleLedgers.Fair("甲", 1)), told));
    }

    [Fact]
    public void The_parties_are_named()
    {
        var document = Samples.Compose(Samples.Source((_, _) => 3), Sentence.Of($"{Party.Giver}到{Party.Receiver}招聘{SampleLedgers.Fairs}。"));
        Assert.Equal("碑林区到丹凤县招聘3场次。", Samples.Section(document));
        Assert.StartsWith("2020年，碑林区对口帮扶丹凤县，", Samples.Told(document), StringComparison.Ordinal);
        Assert.Equal("——碑林区对口帮扶丹凤县工作纪实", document.Subtitle);
    }
}
