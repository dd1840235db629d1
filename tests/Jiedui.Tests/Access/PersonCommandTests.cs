using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Access;

/// <summary>Finding and erasing a person at the command line; the person is named on standard input alone.</summary>
public sealed class PersonCommandTests : IDisposable
{
    private const string Id = "619926198104023516";

    private readonly Installation office = Installation.WithCaseUnits();

    public PersonCommandTests() => office.Import(new Xlsx().Sheet(
        "名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期"], ["于平", Id, "棣花镇", "转岗", "电话", "2020-06-01"], ["于平", Id, "棣花镇", "转岗", "电话", "2020-07-01"]]).Save(office.Folder));

    [Fact]
    public async Task A_person_is_found_masked_and_the_finding_is_noted()
    {
        var run = await Run(Id, "find");
        Assert.Equal(0, run.Code);
        Assert.Contains("6*************3516", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Id, run.Output, StringComparison.Ordinal);
        var note = Assert.Single(Noted(AuditAct.PersonalSeen));
        Assert.Equal(("labour.workers", "按证件号、电话或姓名找到第 1、2 条"), (note.About, note.Told));
        await Run("没有的人", "find");
        Assert.Single(Noted(AuditAct.PersonalSeen));
    }

    [Fact]
    public async Task A_person_is_erased_and_then_found_no_more()
    {
        Assert.Equal(1, (await Run("没有的人", "erase", "--reason", "本人要求", "--yes")).Code);
        var run = await Run(Id, "erase", "--reason", "本人要求", "--yes");
        Assert.Equal(0, run.Code);
        Assert.Contains("已删除 2 条记录（2 个版本）", run.Output, StringComparison.Ordinal);
        Assert.Single(Noted(AuditAct.Erasure));
        Assert.Equal("[]", (await Run(Id, "find", "--json")).Output.Trim());
        Assert.Equal(1, office.Figure("labour.surveyed").Value);
    }

    public void Dispose() => office.Dispose();

    private Task<CommandRun> Run(string who, params string[] arguments) => CommandRun.Of(office, who + "\n", ["person", .. arguments]);

    private IReadOnlyList<AuditEntry> Noted(AuditAct act) => new AuditLog(office.Database).Find(new AuditQuery { Act = act }).Entries;
}
