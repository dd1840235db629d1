using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>A record that should never have been there counts no more, and stays readable.</summary>
public sealed class WithdrawalTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    [Fact]
    public void A_person_surveyed_twice_counts_until_both_surveys_are_withdrawn()
    {
        office.Import(Roster("2020-06-01", "2020-07-01"));
        Assert.Equal(1, office.Figure("labour.surveyed").Value);
        Assert.Equal(2, office.Figure("labour.surveys").Value);

        Assert.True(Withdraw(1));
        Assert.Equal(1, office.Figure("labour.surveyed").Value);
        Assert.Equal(1, office.Figure("labour.surveys").Value);

        Assert.True(Withdraw(2));
        Assert.Equal(0, office.Figure("labour.surveyed").Value);
        Assert.Equal(0, office.Figure("labour.surveyed").Records);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void What_was_withdrawn_stays_readable_with_its_reason_and_as_it_was_known()
    {
        office.Import(Roster("2020-06-01"));
        var before = DateTimeOffset.UtcNow;
        Assert.True(Withdraw(1));

        var version = Assert.Single(new LedgerBook(office.Connection, office.Database.Vault).Versions(Article.Catalogue.Ledger("labour.workers")!, office.Partnership, 1));
        Assert.False(version.IsCurrent);
        Assert.Equal("重复登记", version.Superseded!.Reason);
        Assert.Equal(1, office.Figure("labour.surveyed", query => query with { AsOf = before }).Value);
        Assert.Equal(0, office.Figure("labour.surveyed").Value);
    }

    [Fact]
    public void A_record_is_withdrawn_once()
    {
        office.Import(Roster("2020-06-01"));
        Assert.True(Withdraw(1));
        Assert.False(Withdraw(1));
        Assert.False(Withdraw(99));
    }

    public void Dispose() => office.Dispose();

    private bool Withdraw(long record) =>
        new Importer(office.Database, Article.Catalogue).Withdraw(Article.Catalogue.Ledger("labour.workers")!, office.Partnership, record, "重复登记", "测试");

    private string Roster(params string[] days) => new Xlsx()
        .Sheet("名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"], .. days.Select(day => new object?[] { "于平", "619926198104023516", "棣花镇", "转岗", "电话", day })])
        .Save(office.Folder);
}
