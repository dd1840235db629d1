using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Confirming;

/// <summary>What an entry says for the side that makes it, and never for the other.</summary>
public sealed class EntryTests : IDisposable
{
    private readonly Talk talk = new();

    [Theory]
    [InlineData("是", "是", Standing.Confirmed, Standing.Confirmed)]
    [InlineData("是", null, Standing.Confirmed, Standing.Silent)]
    [InlineData(null, "是", Standing.Silent, Standing.Confirmed)]
    [InlineData("否", "否", Standing.Silent, Standing.Silent)]
    [InlineData(null, null, Standing.Silent, Standing.Silent)]
    public void The_keeper_of_both_books_is_believed_what_the_columns_state(string? giver, string? receiver, Standing expectedGiver, Standing expectedReceiver)
    {
        Assert.Empty(talk.Enter(null, giver: giver, receiver: receiver).Files[0].Sheets[0].Findings);
        Assert.Equal((expectedGiver, expectedReceiver), talk.Stands());
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void A_side_that_enters_says_so_itself_and_the_other_has_yet_to()
    {
        talk.Enter(Side.Receiver);
        Assert.Equal((Standing.Silent, Standing.Confirmed), talk.Stands());
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void A_side_that_writes_no_beside_its_own_entry_has_not_confirmed_it()
    {
        talk.Enter(Side.Giver, giver: "否");
        Assert.Equal((Standing.Silent, Standing.Silent), talk.Stands());
    }

    [Theory]
    [InlineData(Side.Giver, "受帮扶方确认")]
    [InlineData(Side.Receiver, "帮扶方确认")]
    public void A_workbook_cannot_confirm_for_the_other_side(Side side, string column)
    {
        var sheet = talk.Enter(side, giver: "是", receiver: "是").Files[0].Sheets[0];
        var finding = Assert.Single(sheet.Findings);
        Assert.Equal(("side.not_yours", column, Severity.Informs, "是"), (finding.Code, finding.Column, finding.Severity, finding.Value));
        Assert.Contains("第 2 行", finding.Message, StringComparison.Ordinal);
        Assert.Contains("不能替", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy);
        Assert.Equal(1, sheet.Accepted);
        Assert.Null(talk.Tour().Row[Talk.Tours.Find(column)!]);
        Assert.Equal(side == Side.Giver ? (Standing.Confirmed, Standing.Silent) : (Standing.Silent, Standing.Confirmed), talk.Stands());
        Assert.Equal(0, talk.Pupils());
    }

    [Fact]
    public void Nor_can_it_take_back_what_the_other_side_stated()
    {
        talk.Enter(null, giver: "是", receiver: "是");
        var sheet = talk.Enter(Side.Giver, giver: "是", receiver: "否").Files[0].Sheets[0];
        Assert.Equal((1, "side.not_yours"), (sheet.Unchanged, Assert.Single(sheet.Findings).Code));
        Assert.Equal((Standing.Confirmed, Standing.Confirmed), talk.Stands());
        Assert.Equal(10, talk.Pupils());
    }

    [Fact]
    public void A_file_that_only_repeats_what_the_other_side_stated_changes_nothing_and_is_not_found_fault_with()
    {
        talk.Enter(null, giver: "是", receiver: "是");
        var sheet = talk.Enter(Side.Giver, giver: "是", receiver: "是").Files[0].Sheets[0];
        Assert.Equal((1, 0), (sheet.Unchanged, sheet.Findings.Count));
        Assert.Equal((Standing.Confirmed, Standing.Confirmed), talk.Stands());
    }

    [Fact]
    public void A_correction_is_the_correctors_word_and_the_other_sides_lapses()
    {
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm);
        Assert.Equal(10, talk.Pupils());

        talk.Enter(Side.Giver, pupils: 11);
        Assert.Equal((2, Standing.Confirmed, Standing.Silent), (talk.Tour().Version, talk.Tour().Giver, talk.Tour().Receiver));
        Assert.Equal((0, 11), (talk.Pupils(), talk.Pupils(confirmed: false)));
        Assert.Empty(talk.Office.Verify().Faults);

        talk.Enter(Side.Receiver, pupils: 12);
        Assert.Equal((Standing.Silent, Standing.Confirmed), talk.Stands());
    }

    [Fact]
    public void The_keepers_correction_leaves_only_what_the_columns_state()
    {
        talk.Enter(null, giver: "是");
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm);
        talk.Enter(null, pupils: 11, giver: "是");
        Assert.Equal((Standing.Confirmed, Standing.Silent), talk.Stands());
    }

    [Fact]
    public void A_dispute_ends_with_the_correction_that_answers_it()
    {
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "人数不对");
        talk.Enter(Side.Giver, pupils: 11);
        Assert.Equal((Standing.Confirmed, Standing.Silent), talk.Stands());
        Assert.Empty(Dispute.Open(talk.Office.Connection, Jiedui.Work.Article.Catalogue.Ledgers, talk.Office.Partnership));
    }

    [Theory]
    [InlineData(ReviewSteps.None, Level.Clerk, Standing.Confirmed)]
    [InlineData(ReviewSteps.Office, Level.Clerk, Standing.AwaitsOffice)]
    [InlineData(ReviewSteps.Unit, Level.Clerk, Standing.AwaitsUnit)]
    [InlineData(ReviewSteps.Unit | ReviewSteps.Office, Level.Clerk, Standing.AwaitsUnit)]
    [InlineData(ReviewSteps.Unit | ReviewSteps.Office, Level.Unit, Standing.AwaitsOffice)]
    [InlineData(ReviewSteps.Unit, Level.Unit, Standing.Confirmed)]
    [InlineData(ReviewSteps.Unit | ReviewSteps.Office, Level.Office, Standing.Confirmed)]
    public void An_entry_reaches_as_far_as_the_sides_review_lets_it_even_where_its_column_says_more(ReviewSteps steps, Level level, Standing expected)
    {
        talk.Rules(giver: steps);
        talk.Enter(Side.Giver, level, giver: "是");
        Assert.Equal((expected, Standing.Silent), talk.Stands());
        Assert.Empty(talk.Office.Verify().Faults);
    }

    public void Dispose() => talk.Dispose();
}
