using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Confirming;

/// <summary>What may be said to one record, and what it comes to.</summary>
public sealed class WordTests : IDisposable
{
    private const ReviewSteps Ladder = ReviewSteps.Unit | ReviewSteps.Office;

    private readonly Talk talk = new();

    [Fact]
    public void A_record_counts_as_confirmed_when_both_have_said_so()
    {
        talk.Enter(Side.Giver);
        Assert.Equal((0, 10), (talk.Pupils(), talk.Pupils(confirmed: false)));
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Confirm));
        Assert.Equal(10, talk.Pupils());
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm));
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void Who_entered_cannot_confirm_for_the_other()
    {
        talk.Enter(Side.Giver);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Giver), Verdict.Confirm));
        Assert.Equal((Standing.Confirmed, Standing.Silent), talk.Stands());
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public void A_disputed_record_does_not_count_as_confirmed_until_its_side_takes_the_dispute_back()
    {
        talk.Enter(null, giver: "是", receiver: "是");
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "人数应为 8 人"));
        Assert.Equal((Standing.Confirmed, Standing.Disputed), talk.Stands());
        Assert.Equal((0, 10), (talk.Pupils(), talk.Pupils(confirmed: false)));
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "再说一次"));
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Giver), Verdict.Confirm));
        Assert.Equal(0, talk.Pupils());
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm));
        Assert.Equal(10, talk.Pupils());
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void Nothing_is_said_to_a_record_that_was_corrected_or_withdrawn_meanwhile()
    {
        talk.Enter(Side.Giver);
        talk.Enter(Side.Giver, pupils: 11);
        Assert.Equal(Reply.Changed, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, version: 1));
        Assert.Equal(Standing.Silent, talk.Tour().Receiver);
        Assert.Equal(Reply.Unknown, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, number: 99, version: 1));
        new Jiedui.Flow.Importing.Importer(talk.Office.Database, Article.Catalogue).Withdraw(Talk.Tours, new Reach(talk.Office.Partnership), 1, "误报", "测试");
        Assert.Equal(Reply.Unknown, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, version: 2));
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_dispute_without_a_reason_is_refused(string reason)
    {
        talk.Enter(Side.Giver);
        Assert.Throws<ArgumentException>(() => talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: reason));
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public void A_confirmation_climbs_its_sides_ladder_step_by_step()
    {
        talk.Rules(receiver: Ladder);
        talk.Enter(Side.Giver);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Unit), Verdict.Review));
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Confirm));
        Assert.Equal(Standing.AwaitsUnit, talk.Tour().Receiver);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Review));
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver, Level.Unit), Verdict.Review));
        Assert.Equal(Standing.AwaitsOffice, talk.Tour().Receiver);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Unit), Verdict.Review));
        Assert.Equal(0, talk.Pupils());
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver, Level.Office), Verdict.Review));
        Assert.Equal(10, talk.Pupils());
        Assert.Equal(
            [Standing.Confirmed, Standing.AwaitsOffice, Standing.AwaitsUnit],
            SaidWord.On(talk.Office.Connection, Talk.Tours, talk.Office.Partnership, 1).Select(word => word.Standing));
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public void The_other_sides_reviewer_has_nothing_to_review_here()
    {
        talk.Rules(giver: Ladder, receiver: Ladder);
        talk.Enter(Side.Giver, Level.Clerk);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Unit), Verdict.Review));
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Office), Verdict.Review));
        Assert.Equal((Standing.AwaitsUnit, Standing.Silent), talk.Stands());
    }

    [Fact]
    public void A_reviewer_can_send_back_what_waits_for_review_and_nothing_else()
    {
        talk.Rules(giver: Ladder);
        talk.Enter(Side.Giver, Level.Clerk);
        Assert.Equal(Reply.Already, talk.Say(Talk.Speaker(Side.Receiver, Level.Unit), Verdict.Return, reason: "不是我方"));
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Giver, Level.Unit), Verdict.Return, reason: "缺签到表"));
        Assert.Equal(Standing.Disputed, talk.Tour().Giver);
    }

    [Fact]
    public void A_clerk_overrules_neither_the_offices_confirmation_nor_its_dispute()
    {
        talk.Rules(receiver: ReviewSteps.Office);
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver, Level.Office), Verdict.Confirm);
        Assert.Equal(Reply.SpokenAbove, talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Dispute, reason: "我看不对"));
        talk.Say(Talk.Speaker(Side.Receiver, Level.Office), Verdict.Dispute, reason: "重复");
        Assert.Equal(Reply.SpokenAbove, talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Confirm));
        Assert.Equal(Standing.Disputed, talk.Tour().Receiver);
    }

    [Fact]
    public void Who_reaches_only_a_unit_speaks_only_to_what_names_it()
    {
        talk.Office.Import(new Jiedui.Flow.Importing.ImportOptions { Side = Side.Giver }, new Xlsx().Sheet("名册",
        [
            ["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"], ["于平", "619926198104023516", "棣花镇", "转岗", "电话", "2020-06-01"],
            ["于平", "619926198104023516", "商镇", "转岗", "电话", "2020-07-01"],
        ]).Save(talk.Office.Folder));
        var roster = Article.Catalogue.Ledger("labour.workers")!;
        var speaker = Talk.Speaker(Side.Receiver, Level.Clerk, talk.Office.Unit("棣花镇").Id);
        var records = talk.Office.Records("labour.workers");
        Assert.Equal(Reply.Said, talk.Sides.Say(roster, talk.Office.Partnership, speaker, Verdict.Confirm, records[0].Id, 1));
        Assert.Equal(Reply.Unknown, talk.Sides.Say(roster, talk.Office.Partnership, speaker, Verdict.Confirm, records[1].Id, 1));
        var heard = talk.Sides.SayAll(roster, new RecordQuery(new Reach(talk.Office.Partnership)), speaker, Verdict.Confirm, Seen.Now(talk.Office.Connection));
        Assert.Equal(new Heard(0, 1, 0, 0, 1), heard);
    }

    [Fact]
    public void What_was_confirmed_at_a_moment_stays_answered_as_it_was_then()
    {
        talk.Enter(Side.Giver);
        var before = DateTimeOffset.UtcNow;
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm);
        var between = DateTimeOffset.UtcNow;
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "重复");
        Assert.Equal((0m, 10m, 0m), (talk.Pupils(asOf: before), talk.Pupils(asOf: between), talk.Pupils()));
    }

    [Fact]
    public void Open_disputes_stand_in_one_list_with_their_reasons()
    {
        talk.Enter(Side.Giver, count: 3);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 1, "人数不对");
        talk.Say(Talk.Speaker(Side.Giver), Verdict.Dispute, 3, "重复登记");
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 2, "日期不对");
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 2);
        var open = Dispute.Open(talk.Office.Connection, Article.Catalogue.Ledgers, talk.Office.Partnership);
        Assert.Equal([(1L, Side.Receiver, "人数不对", "Receiver·Office"), (3L, Side.Giver, "重复登记", "Giver·Office")], open.Select(one => (one.Record, one.Side, one.Reason, one.Actor)));
        var waiting = Assert.Single(Waiting.For(talk.Office.Connection, new LedgerIndexes(), talk.Office.Database.Vault.Prints, Article.Catalogue.Ledgers, talk.Office.Partnership, Side.Receiver, null), waiting => waiting.Ledger == Talk.Tours);
        Assert.Equal((1, 0, 2), (waiting.Unconfirmed, waiting.InReview, waiting.Disputed));
    }

    [Theory]
    [InlineData("UPDATE talent_study_tours SET receiver_state = 3", "确认状态")]
    [InlineData("DROP TRIGGER word_no_update; UPDATE word SET state = 3; UPDATE talent_study_tours SET receiver_state = 3", "第 4 批")]
    [InlineData("DROP TRIGGER word_no_delete; DELETE FROM word; UPDATE talent_study_tours SET receiver_state = 0", "第 4 批")]
    [InlineData("UPDATE batch SET note = '不对' WHERE note = '人数不对'", "第 4 批")]
    [InlineData("INSERT INTO word SELECT partnership, ledger, record, version, 'Giver', 99, 3, 3 FROM word", "第 99 批")]
    public void Verify_finds_a_word_that_was_changed_beside_the_program(string change, string told)
    {
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "人数不对");
        Assert.Empty(talk.Office.Verify().Faults);
        var batch = talk.Office.Scalar("SELECT max(batch) FROM word");
        talk.Office.Execute(change);
        Assert.Contains(talk.Office.Verify().Faults, fault => fault.Contains(told.Replace("4", $"{batch}", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_is_told_in_the_audit_log()
    {
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, reason: "人数不对");
        talk.Rules(receiver: Ladder);
        var audit = new Jiedui.Access.Auditing.AuditLog(talk.Office.Database);
        audit.TakeOver();
        var entries = audit.Find(new Jiedui.Access.Auditing.AuditQuery()).Entries;
        Assert.Contains(entries, entry => entry is { Act: Jiedui.Access.Auditing.AuditAct.Dispute, Actor: "Receiver·Office" } && entry.Told.Contains("\"records\":[1]", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Act == Jiedui.Access.Auditing.AuditAct.Setting && entry.Told.Contains("Unit, Office", StringComparison.Ordinal));
        Assert.Empty(audit.Check().Faults);
    }

    public void Dispose() => talk.Dispose();
}
