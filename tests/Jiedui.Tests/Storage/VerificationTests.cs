using Jiedui.Tests.Kit;

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
    [InlineData("INSERT INTO posting SELECT partnership, measure, day, ledger, record, version, sign, line + 100, low, high, subject, parties, batch, apart FROM posting WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_amount') LIMIT 1", "采购协议", "入账")]
    [InlineData("UPDATE consumption_contracts SET \"备注\" = '改过' WHERE record = 1", "采购协议第 1 条", "内容")]
    [InlineData("UPDATE consumption_contracts SET content = randomblob(16) WHERE record = 1", "采购协议第 1 条", "内容")]
    [InlineData("UPDATE consumption_contracts SET key = randomblob(16) WHERE record = 1", "采购协议第 1 条", "内容")]
    [InlineData("DELETE FROM consumption_contracts_key WHERE record = 1", "采购协议第 1 条", "关键列")]
    [InlineData("UPDATE consumption_contracts_key SET content = randomblob(16) WHERE record = 1", "采购协议第 1 条", "关键列")]
    [InlineData("INSERT INTO consumption_contracts_key SELECT partnership, randomblob(16), record, content FROM consumption_contracts_key WHERE record = 1", "采购协议第 1 条", "关键列")]
    [InlineData("UPDATE consumption_contracts SET sealed = randomblob(60) WHERE record = (SELECT min(record) FROM consumption_contracts)", "采购协议第 1 条", "加密")]
    [InlineData("UPDATE consumption_contracts SET day = day + 1 WHERE record = 1", "采购协议第 1 条", "计入日期")]
    [InlineData("UPDATE consumption_contracts SET row = row + 1 WHERE record = 1", "04 消费帮扶台账.xlsx", "封存值")]
    [InlineData("UPDATE consumption_contracts SET batch = batch - 1 WHERE record = 1", "04 消费帮扶台账.xlsx", "封存值")]
    [InlineData("DROP TRIGGER posting_no_update; UPDATE posting SET subject = subject + 1 WHERE ledger = (SELECT id FROM code WHERE code = 'consumption.contracts') AND record = 1 AND line = 1", "采购协议第 1 条", "入账")]
    [InlineData("DROP TRIGGER posting_no_update; UPDATE posting SET parties = parties + 1 WHERE ledger = (SELECT id FROM code WHERE code = 'consumption.contracts') AND record = 1 AND line = 1", "采购协议第 1 条", "入账")]
    [InlineData("DROP TRIGGER posting_no_update; UPDATE posting SET batch = batch - 1 WHERE ledger = (SELECT id FROM code WHERE code = 'consumption.contracts') AND record = 1 AND line = 1", "采购协议第 1 条", "入账")]
    [InlineData("DROP TRIGGER posting_no_update; UPDATE posting SET low = low + 1, high = high + 1 WHERE ledger = (SELECT id FROM code WHERE code = 'consumption.contracts') AND record = 1", "采购协议第 1 条", "入账")]
    [InlineData("DELETE FROM posted WHERE measure = (SELECT id FROM code WHERE code = 'consumption.contract_amount')", "采购协议第 1 条", "登记")]
    [InlineData("DROP TRIGGER posting_no_update; UPDATE posting SET apart = 1 WHERE ledger = (SELECT id FROM code WHERE code = 'consumption.contracts') AND record = 1", "采购协议第 1 条", "入账")]
    [InlineData("UPDATE source_sheet SET accepted = accepted + 1 WHERE ledger = 'consumption.contracts'", "04 消费帮扶台账.xlsx", "来源登记")]
    [InlineData("UPDATE source_file SET sha256 = 'x' WHERE name LIKE '04%'", "04 消费帮扶台账.xlsx", "来源登记")]
    [InlineData("DELETE FROM source_sheet WHERE ledger = 'consumption.contracts'", "04 消费帮扶台账.xlsx", "来源登记")]
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
        Assert.ThrowsAny<System.Data.Common.DbException>(() => office.Execute(tampering));
        Assert.Equal(postings, office.Count("posting"));
    }
}
