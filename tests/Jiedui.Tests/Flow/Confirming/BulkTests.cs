using Jiedui.Flow.Confirming;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Confirming;

/// <summary>One word to many records.</summary>
public sealed class BulkTests : IDisposable
{
    private readonly Talk talk = new();

    [Fact]
    public void A_bulk_confirms_what_its_filter_finds_and_counts_what_it_passes_over()
    {
        talk.Enter(Side.Giver, count: 12);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 1);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 2, "重复");
        talk.Say(Talk.Speaker(Side.Giver), Verdict.Dispute, 3, "重复");
        var seen = Seen.Now(talk.Office.Connection);
        talk.Enter(Side.Giver, count: 4, pupils: 10);
        talk.Enter(Side.Giver, count: 13);

        var heard = All(Verdict.Confirm, seen);
        Assert.Equal(new Heard(9, 1, 2, 1, 0), heard);
        Assert.Equal(13, heard.Meant);
        Assert.Equal((Standing.Confirmed, Standing.Silent), talk.Stands(13));
        Assert.Equal(1, talk.Office.Scalar("SELECT count(*) FROM deed WHERE kind = 'Confirmation' AND told LIKE '%\"count\":9%'"));
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void A_filter_narrows_it()
    {
        talk.Enter(Side.Giver, count: 3);
        var heard = All(Verdict.Confirm, Seen.Now(talk.Office.Connection), new RecordQuery(new Reach(talk.Office.Partnership)) { Where = [("期次", "第2期")] });
        Assert.Equal((1, 1), (heard.Said, heard.Meant));
        Assert.Equal([Standing.Silent, Standing.Confirmed, Standing.Silent], [talk.Tour(1).Receiver, talk.Tour(2).Receiver, talk.Tour(3).Receiver]);
    }

    [Fact]
    public void Nothing_is_confirmed_that_was_corrected_after_the_page_was_shown()
    {
        talk.Enter(Side.Giver, count: 2);
        var seen = Seen.Now(talk.Office.Connection);
        talk.Enter(Side.Giver, count: 1, pupils: 99);
        Assert.Equal(new Heard(1, 0, 0, 1, 0), All(Verdict.Confirm, seen));
        Assert.Equal(Standing.Silent, talk.Tour(1).Receiver);
        Assert.Equal(new Heard(0, 1, 0, 1, 0), All(Verdict.Confirm, seen));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alles")]
    [InlineData("-1.5")]
    [InlineData("99999999999999999999.1")]
    public void Whoever_does_not_say_what_was_seen_confirms_nothing(string? seen)
    {
        talk.Enter(Side.Giver, count: 2);
        Assert.Equal((0, 2), (All(Verdict.Confirm, Seen.Parse(seen)) is var heard ? heard.Said : -1, heard.Changed));
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public void Nothing_to_say_leaves_nothing_behind()
    {
        talk.Enter(Side.Giver, count: 2);
        var before = talk.Office.Contents();
        Assert.Equal(0, talk.Sides.SayAll(Talk.Tours, new RecordQuery(new Reach(talk.Office.Partnership)), Talk.Speaker(Side.Giver), Verdict.Confirm, Seen.Now(talk.Office.Connection)).Said);
        Assert.Equal(before, talk.Office.Contents());
    }

    [Fact]
    public void Reviews_and_disputes_can_be_said_to_many_too()
    {
        talk.Rules(giver: ReviewSteps.Unit | ReviewSteps.Office);
        talk.Enter(Side.Giver, Level.Clerk, count: 3);
        Assert.Equal(3, All(Verdict.Review, Seen.Now(talk.Office.Connection), speaker: Talk.Speaker(Side.Giver, Level.Unit)).Said);
        Assert.Equal(3, All(Verdict.Review, Seen.Now(talk.Office.Connection), speaker: Talk.Speaker(Side.Giver, Level.Office)).Said);
        Assert.Equal(2, talk.Sides.SayAll(
            Talk.Tours, new RecordQuery(new Reach(talk.Office.Partnership)), Talk.Speaker(Side.Receiver), Verdict.Dispute, Seen.Now(talk.Office.Connection), [1, 3, 77], "重复").Said);
        Assert.Equal((0, 60), (talk.Pupils(), talk.Pupils(confirmed: false)));
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 2);
        Assert.Equal(20, talk.Pupils());
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void The_whole_roster_is_confirmed_in_two_statements()
    {
        talk.Office.Import(new ImportOptions { Side = Side.Receiver }, Case.Ledger("03 劳动力摸排名册.xlsx"));
        var workers = Article.Catalogue.Ledger("labour.workers")!;
        var records = talk.Office.Scalar("SELECT count(*) FROM labour_workers WHERE superseded IS NULL");
        Assert.True(records > 10_000);
        var heard = talk.Sides.SayAll(workers, new RecordQuery(new Reach(talk.Office.Partnership)), Talk.Speaker(Side.Giver), Verdict.Confirm, Seen.Now(talk.Office.Connection));
        Assert.Equal(new Heard(records, 0, 0, 0, 0), heard);
        Assert.Equal(1, talk.Office.Scalar("SELECT count(*) FROM deed WHERE kind = 'Confirmation'"));
        Assert.Equal(talk.Office.Figure("labour.surveyed").Value, talk.Office.Figure("labour.surveyed", query => query with { ConfirmedOnly = true }).Value);
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void Records_are_found_and_sorted_by_what_the_sides_say()
    {
        talk.Enter(Side.Giver, count: 4);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 3);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 2, "重复");
        Assert.Equal([1L, 4L], Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.AwaitsReceiver }).Order());
        Assert.Equal([2L], Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.Disputed }));
        Assert.Equal([3L], Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.ConfirmedByBoth }));
        Assert.Empty(Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.AwaitsGiver }));
        Assert.Empty(Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.InReviewAtGiver }));
        Assert.Empty(Found(new RecordQuery(new Reach(1)) { Standing = StandingFilter.InReviewAtReceiver }));
        Assert.Equal([2L, 1L, 4L, 3L], Found(new RecordQuery(new Reach(1)) { SortBy = RecordQuery.ByStanding }));
    }

    public void Dispose() => talk.Dispose();

    private Heard All(Verdict verdict, Seen seen, RecordQuery? query = null, Speaker? speaker = null) =>
        talk.Sides.SayAll(Talk.Tours, query ?? new RecordQuery(new Reach(talk.Office.Partnership)), speaker ?? Talk.Speaker(Side.Receiver), verdict, seen);

    private IEnumerable<long> Found(RecordQuery query) =>
        new LedgerBook(talk.Office.Connection, talk.Office.Database.Vault).Find(Talk.Tours, query with { Reach = new Reach(talk.Office.Partnership) }).Records.Select(record => record.Id);
}
