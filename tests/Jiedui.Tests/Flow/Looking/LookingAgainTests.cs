using Jiedui.Flow.Confirming;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Tests.Access;
using Jiedui.Tests.Flow.Confirming;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Looking;

/// <summary>Whoever has looked at a ledger before sees, after whatever was done to it, what somebody sees who looks for the first time.</summary>
public sealed class LookingAgainTests : IDisposable
{
    private readonly Talk talk = new();
    private readonly LedgerIndexes looked = new();

    private Reach Whole => new(talk.Office.Partnership);

    [Fact]
    public void At_entries_corrections_words_and_withdrawals()
    {
        Look();
        talk.Enter(Side.Giver, count: 120);
        Look();
        Assert.Equal(120, Total());
        // Of the same tours five say something else, and one is new.
        talk.Enter(Side.Giver, count: 121, pupils: 15);
        Look();
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 3);
        Look();
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 4, "人数不符");
        Look();
        Assert.Equal(1, Total(new RecordQuery(Whole) { Standing = StandingFilter.Disputed }));
        talk.Sides.SayAll(Talk.Tours, new RecordQuery(Whole) { Where = [("期次", "第2")] }, Talk.Speaker(Side.Receiver), Verdict.Confirm, Seen.Now(talk.Office.Connection));
        Look();
        Assert.True(new Importer(talk.Office.Database, Article.Catalogue).Withdraw(Talk.Tours, Whole, 121, "重复登记", "测试"));
        Assert.True(new Importer(talk.Office.Database, Article.Catalogue).Withdraw(Talk.Tours, Whole, 1, "重复登记", "测试"));
        Look();
        Assert.Equal(119, Total());
        // Entered again after it was withdrawn.
        talk.Enter(Side.Giver, count: 1);
        Look();
    }

    [Fact]
    public void At_one_entry_among_many_files_of_one_import()
    {
        talk.Enter(Side.Giver, count: 3);
        Look();
        talk.Office.Import(Tours("甲.xlsx", "研学", "第1期", 99), Tours("乙.xlsx", "研学", "第2期", 98), Tours("丙.xlsx", "新的研学", "第9期", 97));
        Look();
        Assert.Equal(1, Total(new RecordQuery(Whole) { Search = "新的" }));
        Assert.Equal(1, Total(new RecordQuery(Whole) { Search = "98" }));
    }

    [Fact]
    public void Only_what_nobody_looked_at_for_ten_minutes_is_let_go_and_it_is_read_again()
    {
        talk.Enter(Side.Giver, count: 3);
        var clock = new Clock();
        var indexes = new LedgerIndexes(clock);
        var before = Shown(new RecordQuery(Whole), indexes);
        clock.Passed = LedgerIndexes.Unused;
        Assert.False(indexes.Forget());
        clock.Passed += TimeSpan.FromSeconds(1);
        Assert.True(indexes.Forget());
        Assert.Equal(before, Shown(new RecordQuery(Whole), indexes));
        Assert.False(indexes.Forget());
    }

    [Fact]
    public void At_more_changes_than_are_taken_over_one_by_one()
    {
        talk.Enter(Side.Giver, count: 10);
        Look();
        talk.Enter(Side.Giver, count: 6000);
        Look();
        talk.Sides.SayAll(Talk.Tours, new RecordQuery(Whole), Talk.Speaker(Side.Receiver), Verdict.Confirm, Seen.Now(talk.Office.Connection));
        Look();
        Assert.Equal(6000, Total(new RecordQuery(Whole) { Standing = StandingFilter.ConfirmedByBoth }));
    }

    /// <summary>Few records, but more versions of them than records are taken over one by one; what was said is asked for last.</summary>
    [Fact]
    public void At_a_word_after_many_corrections_of_the_same_records()
    {
        Assert.SkipUnless(TestServer.IsBuiltIn, "How many are asked for does not depend on the engine, and a server takes its time for so many imports.");
        const int records = 1400;
        talk.Enter(Side.Giver, count: records + 1);
        Look();
        for (var correction = 1; correction <= 8; correction++)
            talk.Enter(Side.Giver, count: records, pupils: 10 + correction);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, records + 1);
        Look();
        Assert.Equal(1, Total(new RecordQuery(Whole) { Standing = StandingFilter.ConfirmedByBoth }));
    }

    [Fact]
    public void At_a_person_who_was_erased()
    {
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        talk.Office.Import(new Xlsx()
            .Sheet("名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"], ["于平", "619926198104023516", "棣花镇", "转岗", "电话", "2020-06-01"]]).Save(talk.Office.Folder));
        var book = new LedgerBook(talk.Office.Connection, talk.Office.Database.Vault, looked);
        var sought = new RecordQuery(Whole) { Search = "619926198104023516", FindsPersonal = true };
        Assert.Equal(1, book.Find(ledger, sought).Total);
        Assert.Equal(0, book.Find(ledger, sought with { FindsPersonal = false }).Total);
        Assert.Equal(0, book.Find(ledger, sought with { Search = "61992619810402351" }).Total);
        Assert.Equal(1, new Jiedui.Flow.Persons.Persons(talk.Office.Database, Article.Catalogue).Erase(talk.Office.Partnership, [(ledger, 1)], "本人要求", "测试"));
        Assert.Equal(0, book.Find(ledger, sought).Total);
        Assert.Equal(1, book.Find(ledger, new RecordQuery(Whole)).Total);
    }

    [Fact]
    public void At_a_record_that_left_his_reach_while_he_looked()
    {
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        Enter("棣花镇", "商镇");
        var book = new LedgerBook(talk.Office.Connection, talk.Office.Database.Vault, looked);
        var own = new RecordQuery(new Reach(talk.Office.Partnership, talk.Office.Unit("棣花镇").Id));
        // Which records they are is known from now on; what they hold is read later.
        var (seen, whole) = (book.All(ledger, own), book.All(ledger, new RecordQuery(Whole)));
        Assert.Single(seen);
        Enter("商镇", "商镇");
        Assert.Empty(seen);
        Assert.Equal(2, whole.Count());
        Assert.Equal(0, book.Find(ledger, own).Total);

        void Enter(params string[] towns) => talk.Office.Import(new Xlsx().Sheet("名册",
        [
            ["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"],
            ["于平", "619926198104023516", towns[0], "转岗", "电话", "2020-06-01"], ["林安", TwoCounties.Id("61992619850102352"), towns[1], "转岗", "电话", "2020-06-01"],
        ]).Save(talk.Office.Folder, $"{Guid.NewGuid():N}.xlsx"));
    }

    public void Dispose() => talk.Dispose();

    private string Tours(string file, string name, string number, int pupils) =>
        new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], [name, number, "2020-05-02", pupils]]).Save(talk.Office.Folder, file);

    private long Total(RecordQuery? query = null) => new LedgerBook(talk.Office.Connection, talk.Office.Database.Vault, looked).Find(Talk.Tours, query ?? new RecordQuery(Whole)).Total;

    private void Look()
    {
        RecordQuery[] queries =
        [
            new(Whole), new(Whole) { SortBy = "学生人数" }, new(Whole) { SortBy = "期次", Descending = true }, new(Whole) { SortBy = RecordQuery.ByStanding }, new(Whole) { Search = "研学" },
            new(Whole) { Search = "1" }, new(Whole) { Where = [("期次", "第1")], SortBy = "学生人数" }, new(Whole) { Standing = StandingFilter.AwaitsReceiver },
            new(Whole) { Standing = StandingFilter.ConfirmedByBoth }, new(new Reach(talk.Office.Partnership, talk.Office.Unit("棣花镇").Id)),
        ];
        foreach (var query in queries)
            Assert.Equal(Shown(query, new LedgerIndexes()), Shown(query, looked));
    }

    private string Shown(RecordQuery query, LedgerIndexes indexes)
    {
        var page = new LedgerBook(talk.Office.Connection, talk.Office.Database.Vault, indexes).Find(Talk.Tours, query with { Limit = 300 });
        return $"{page.Total}: {string.Join(' ', page.Records.Select(record => $"{record.Id}.{record.Version}{record.Giver}{record.Receiver}"))}";
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
