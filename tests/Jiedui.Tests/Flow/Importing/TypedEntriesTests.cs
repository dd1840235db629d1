using Jiedui.Flow.Importing.Typing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>One record typed or corrected by hand.</summary>
public sealed class TypedEntriesTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    public TypedEntriesTests() => office.Import(new Xlsx().Sheet("招聘活动",
    [
        ["日期", "活动名称", "形式", "地点", "主办单位", "参加企业数", "进场人数", "备注"],
        ["2020-03-01", "春风行动", "现场招聘会", "棣花镇", "丹凤县人社局", 12, "20余", "电话 14000000123"],
        ["2020-04-01", "民营企业周", "现场招聘会", "商镇", "丹凤县人社局", 8, 150, null],
    ]).Save(office.Folder));

    public void Dispose() => office.Dispose();

    [Fact]
    public void A_correction_is_a_new_version_and_changes_the_figures()
    {
        var before = DateTimeOffset.UtcNow;
        Assert.IsType<TypedOutcome.Stored>(Correct(1, 1, ("参加企业数", "13")));
        var versions = Versions(1);
        Assert.Equal([2, 1], versions.Select(version => version.Version));
        Assert.Equal(("网页", "网页更正"), (versions[0].Source.File, versions[0].Source.Sheet));
        Assert.Equal("20余", new WrittenCells(new LedgerBook(office.Connection, office.Database.Vault).UnitsOf(1)).Of(versions[0].Row, Fairs.Find("进场人数")!));
        Assert.Equal(2, office.Figure("labour.job_fairs").Value);
        Assert.Equal(2, office.Figure("labour.job_fairs", query => query with { AsOf = before }).Value);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void All_that_is_wrong_comes_back_at_once_by_column_and_nothing_is_stored()
    {
        var before = office.Contents();
        var wrong = Assert.IsType<TypedOutcome.Wrong>(Correct(1, 1, ("日期", "2020年13月1日"), ("参加企业数", "很多"), ("活动名称", ""), ("不存在", "1")));
        Assert.Equal(["不存在", "参加企业数", "日期", "活动名称"], wrong.Findings.Select(finding => finding.Column).Order(StringComparer.Ordinal));
        Assert.All(wrong.Findings, finding => Assert.True(finding.Cell.Length == 0 && finding.Message.Length > 0 && !finding.Message.Contains("第 0 行", StringComparison.Ordinal)));
        Assert.Equal(before, office.Contents());
    }

    [Fact]
    public void A_number_that_is_too_large_comes_back() =>
        Assert.Equal("number.too-large", Assert.Single(Assert.IsType<TypedOutcome.Wrong>(Correct(1, 1, ("进场人数", "1000000000000000"))).Findings).Code);

    [Fact]
    public void A_correction_needs_a_reason() =>
        Assert.Contains(Assert.IsType<TypedOutcome.Wrong>(Enter(Entry(("参加企业数", "13")) with { Record = 1, Version = 1 })).Findings, finding => finding.Code == "reason.required");

    [Fact]
    public void What_makes_it_another_records_twin_is_refused()
    {
        var wrong = Assert.IsType<TypedOutcome.Wrong>(Correct(1, 1, ("日期", "2020-04-01"), ("活动名称", "民营企业周"), ("地点", "商镇"), ("主办单位", "丹凤县人社局")));
        Assert.Contains(wrong.Findings, finding => finding.Code == "row.exists" && finding.Message.Contains("第 2 条", StringComparison.Ordinal));
        Assert.IsType<TypedOutcome.Stored>(Correct(1, 1, ("日期", "2020-03-02")));
        Assert.Equal([2, 1], Versions(1).Select(version => version.Version));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void The_same_words_change_nothing() => Assert.IsType<TypedOutcome.Unchanged>(Correct(1, 1, ("参加企业数", "12家")));

    [Fact]
    public void The_slower_of_two_is_told_who_was_quicker_and_what_is_different()
    {
        Assert.IsType<TypedOutcome.Stored>(Correct(1, 1, ("参加企业数", "13")));
        var message = Assert.IsType<TypedOutcome.Overtaken>(Correct(1, 1, ("参加企业数", "14"))).Message;
        foreach (var part in (string[])["甲", "参加企业数", "12", "13", "没有存入"])
            Assert.Contains(part, message, StringComparison.Ordinal);
        new Jiedui.Flow.Importing.Importer(office.Database, Article.Catalogue).Withdraw(Fairs, new Reach(1), 1, "误报", "丙");
        message = Assert.IsType<TypedOutcome.Overtaken>(Correct(1, 2, ("参加企业数", "14"))).Message;
        Assert.Contains("丙", message, StringComparison.Ordinal);
        Assert.Contains("误报", message, StringComparison.Ordinal);
        Assert.IsType<TypedOutcome.Missing>(Correct(99, 1, ("参加企业数", "14")));
    }

    [Fact]
    public async Task Of_clerks_at_once_one_wins()
    {
        for (var turn = 1; turn <= 5; turn++)
        {
            var version = turn;
            using var start = new Barrier(4);
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(clerk => Task.Factory.StartNew(
                () =>
                {
                    // A database of its own, as another process would have it.
                    var entries = new TypedEntries(TestServer.Open(office.Database.Folder), Article.Catalogue);
                    start.SignalAndWait();
                    return entries.Enter(Entry(("参加企业数", $"{100 * version + clerk}")) with { Record = 1, Version = version, Reason = "核对", Actor = $"经办{clerk}" });
                }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.Single(outcomes.OfType<TypedOutcome.Stored>());
            Assert.Equal(3, outcomes.OfType<TypedOutcome.Overtaken>().Count(other => other.Message.Contains("参加企业数", StringComparison.Ordinal)));
        }
        Assert.Equal(6, Versions(1)[0].Version);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void A_clerk_reaches_what_names_his_unit()
    {
        office.Import(new Xlsx().Sheet("名册",
        [
            ["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"], ["于平", Sample.IdNumber(1), "棣花镇", "转岗", "电话", "2020-06-01"], ["于安", Sample.IdNumber(2), "商镇", "转岗", "电话", "2020-06-01"],
        ]).Save(office.Folder));
        var own = office.Unit("棣花镇").Id;
        TypedOutcome Clerk(long record, int version, string column, string text) => Enter(
            new TypedEntry(Jiedui.Tests.EveryLedger.Ledgers.Of("labour.workers"), 1, new Dictionary<string, string> { [column] = text }) { Record = record, Version = version, Reason = "核对", Within = own });

        Assert.IsType<TypedOutcome.Missing>(Clerk(2, 1, "备注", "已回乡"));
        Assert.IsType<TypedOutcome.Missing>(Clerk(2, 7, "备注", "已回乡"));
        Assert.IsType<TypedOutcome.Stored>(Clerk(1, 1, "备注", "已回乡"));
        Assert.Contains(Assert.IsType<TypedOutcome.Wrong>(Clerk(1, 2, "户籍镇", "商镇")).Findings, finding => finding.Code == "row.not-yours");
    }

    [Fact]
    public void A_clerk_does_not_give_the_other_sides_word()
    {
        Assert.IsType<TypedOutcome.Wrong>(Enter(Entry(("受帮扶方确认", "是")) with { Record = 1, Version = 1, Reason = "核对", Side = Side.Giver }));
    }

    [Fact]
    public void A_unit_keeps_its_name()
    {
        var unit = office.Records("registry.units").First(record => (string?)record.Row[record.Row.Ledger.Find("名称")!] == "棣花镇");
        var outcome = Enter(new TypedEntry(unit.Row.Ledger, 1, new Dictionary<string, string> { ["名称"] = "新名镇" }) { Record = unit.Id, Version = unit.Version, Reason = "改名" });
        Assert.Contains(Assert.IsType<TypedOutcome.Wrong>(outcome).Findings, finding => finding.Code == "unit.identity");
    }

    public static TheoryData<string> Ledgers => [.. Article.Catalogue.Ledgers.Where(TypedEntries.Takes).Select(ledger => ledger.Code)];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void Every_ledger_takes_a_record_by_hand(string code)
    {
        var ledger = Jiedui.Tests.EveryLedger.Ledgers.Of(code);
        var cells = ledger.Columns.ToDictionary(column => column.Name, column => Sample.Of(ledger, column, 1).Typed switch { DateTime day => $"{day:yyyy-MM-dd}", var typed => $"{typed}" });
        var stored = Assert.IsType<TypedOutcome.Stored>(Enter(new TypedEntry(ledger, 1, cells) { Actor = "甲" }));
        Assert.Equal(1, stored.Version);
        Assert.Contains(Assert.IsType<TypedOutcome.Wrong>(Enter(new TypedEntry(ledger, 1, cells) { Actor = "甲" })).Findings, finding => finding.Code == "row.exists");
        Assert.Empty(office.Verify().Faults);
    }

    private static Jiedui.Declaring.LedgerType Fairs => Jiedui.Tests.EveryLedger.Ledgers.Of("labour.fairs");

    private IReadOnlyList<Jiedui.Flow.Ledgers.Record> Versions(long record) => new LedgerBook(office.Connection, office.Database.Vault).Versions(Fairs, new Reach(1), record);

    private static TypedEntry Entry(params (string Column, string Text)[] cells) => new(Fairs, 1, cells.ToDictionary(cell => cell.Column, cell => cell.Text)) { Actor = "甲" };

    private TypedOutcome Correct(long record, int version, params (string Column, string Text)[] cells) => Enter(Entry(cells) with { Record = record, Version = version, Reason = "核对后更正" });

    private TypedOutcome Enter(TypedEntry entry) => new TypedEntries(office.Database, Article.Catalogue).Enter(entry);
}
