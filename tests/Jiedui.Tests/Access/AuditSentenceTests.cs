using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Web.Auditing;
using Jiedui.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Jiedui.Tests.Access;

/// <summary>A line reads as a sentence, whatever it tells.</summary>
public class AuditSentenceTests
{
    [Theory]
    [InlineData(AuditAct.Import, "", """{"File":"招聘活动.xlsx","Sheets":[{"Ledger":"labour.fairs","Accepted":100,"Corrected":3},{"Ledger":"labour.workers","Accepted":20}]}""", "张三 从 10.0.0.5 导入台账《招聘活动.xlsx》：新增 120 行、更正 3 行")]
    [InlineData(AuditAct.Withdrawal, "", """{"ledger":"labour.fairs","record":12,"version":2,"reason":"重复"}""", "张三 从 10.0.0.5 撤回记录《招聘活动》第 12 条：事由“重复”")]
    [InlineData(AuditAct.PersonalSeen, "labour.workers/7", "电话核实", "张三 从 10.0.0.5 查看个人信息《外出务工》第 7 条：电话核实")]
    [InlineData(AuditAct.Export, "labour.fairs.csv", "120 条", "张三 从 10.0.0.5 导出《招聘活动》：120 条")]
    [InlineData(AuditAct.SignIn, "", "", "张三 从 10.0.0.5 登录")]
    [InlineData(AuditAct.Setting, "上报口径", "{not json", "张三 从 10.0.0.5 更改设置《上报口径》：{not json")]
    public void It_says_who_from_where_what_and_how_much(AuditAct act, string about, string told, string sentence)
    {
        sentence = sentence.Replace("外出务工", Article.Catalogue.Ledger("labour.workers")!.Name, StringComparison.Ordinal).Replace("招聘活动》", Article.Catalogue.Ledger("labour.fairs")!.Name + "》", StringComparison.Ordinal);
        Assert.Equal(sentence, AuditSentence.Of(Entry(act, about, told), Article.Catalogue));
    }

    [Fact]
    public void Every_act_has_a_chinese_name_of_its_own()
    {
        var names = Enum.GetValues<AuditAct>().Select(AuditWords.Of).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", name));
    }

    [Fact]
    public void A_line_that_was_tampered_with_still_reads()
    {
        var sentence = AuditSentence.Of(Entry(null, "", ""), Article.Catalogue);
        Assert.Contains("被改动过", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_fields_have_chinese_names() => Assert.Equal(
        [("文件", "a.xlsx"), ("工作表 1 · 新增", "3"), ("台账", "一、二"), ("自造", "是")],
        AuditTold.Fields("""{"File":"a.xlsx","Sheets":[{"Accepted":3}],"ledgers":["一","二"],"自造":true}"""));

    [Fact]
    public void Whoever_belongs_to_one_partnership_sees_its_lines_whatever_is_asked_for()
    {
        var asked = AuditFilter.From(new QueryCollection(new Dictionary<string, StringValues> { ["of"] = "2", ["who"] = "张", ["act"] = "Export", ["since"] = "2026-05-01" }));
        Assert.Equal(1, asked.Query(new Actor("审计员", Role.Auditor, 1)).Partnership);
        Assert.Equal(2, asked.Query(new Actor("审计管理员", Role.AuditAdministrator)).Partnership);
        Assert.Equal(AuditAct.Export, asked.Query(new Actor("审计管理员", Role.AuditAdministrator)).Act);
        Assert.Equal(asked, AuditFilter.From(new QueryCollection(asked.InAddress().Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value)))));
    }

    [Theory]
    [InlineData("12:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", 12)]
    [InlineData(" 128： 00112233 44556677 8899AABB ccddeeff 00112233 44556677 8899aabb ccddeeff ", 128)]
    public void An_anchor_is_read_as_it_is_printed(string text, long number)
    {
        var (read, hash) = AnchorText.Parse(text);
        Assert.Equal((number, "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"), (read, hash));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("12:abcd")]
    [InlineData("x:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")]
    public void What_is_no_anchor_is_told(string text) => Assert.Contains(text, Assert.Throws<UsageException>(() => AnchorText.Parse(text)).Message, StringComparison.Ordinal);

    private static AuditEntry Entry(AuditAct? act, string about, string told) => new(1, DateTimeOffset.UnixEpoch, "张三", act, 1, about, told, "10.0.0.5", null, new string('a', 64));
}
