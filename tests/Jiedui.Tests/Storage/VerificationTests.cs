using Jiedui.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Jiedui.Tests.Storage;

public class VerificationTests
{
    [Theory]
    [InlineData("UPDATE total SET low = low + 1 WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_amount')", "consumption.contract_amount", "合计")]
    [InlineData("DELETE FROM total WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_amount')", "consumption.contract_amount", "合计")]
    [InlineData("UPDATE tally SET member = member + 1000 WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_buyers')", "consumption.contract_buyers", "去重")]
    [InlineData("UPDATE consumption_contracts SET \"金额（分）\" = 1 WHERE record = 1", "采购协议", "第 1 条")]
    [InlineData("UPDATE consumption_contracts SET superseded = 1 WHERE record = 1", "采购协议", "第 1 条")]
    [InlineData("DELETE FROM consumption_contracts WHERE record = 2", "采购协议", "第 2 条")]
    [InlineData("INSERT INTO posting SELECT * FROM posting WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_amount') LIMIT 1", "采购协议", "入账")]
    public void A_planted_difference_is_found_and_named(string tampering, string named, string kind)
    {
        using var office = Installation.WithCaseUnits();
        office.Import(Case.Ledger("04 消费帮扶台账.xlsx"));
        Assert.Empty(office.Verify().Faults);

        office.Execute(tampering);

        var result = office.Verify();
        Assert.False(result.Ok);
        Assert.Contains(result.Faults, fault => fault.Contains(named, StringComparison.Ordinal) && fault.Contains(kind, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE posting SET low = 0")]
    [InlineData("DELETE FROM posting")]
    public void What_was_posted_can_be_neither_changed_nor_deleted(string tampering)
    {
        using var office = Installation.WithCaseUnits();
        office.Import(Case.Ledger("04 消费帮扶台账.xlsx"));
        var postings = office.Count("posting");
        Assert.Throws<SqliteException>(() => office.Execute(tampering));
        Assert.Equal(postings, office.Count("posting"));
    }
}
