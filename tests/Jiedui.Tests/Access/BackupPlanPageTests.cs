using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Keeping.Schedule;

namespace Jiedui.Tests.Access;

/// <summary>The form of planned backups: what is wrong is told on the page, and nothing that was typed gets into an address.</summary>
public sealed class BackupPlanPageTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private const string Page = "/admin/backups";
    private const string Secret = "Correct-Horse-Battery";

    private readonly Actor administrator = counties.Of(Role.SystemAdministrator);

    private string Folder => Path.Combine(counties.Office.Folder, "backups");

    [Fact]
    public async Task A_passphrase_typed_by_mistake_stays_nowhere()
    {
        var (status, text, answer) = await Save(("folder", Folder), ("at", "03:15"), ("keep", "7"), ("passphrase", Secret));
        Assert.Equal((200, null), (status, answer.Headers.Location));
        Assert.Contains("不写口令本身", text, StringComparison.Ordinal);
        Assert.Contains("03:15", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(new AuditLog(counties.Office.Database).Find(new AuditQuery { Limit = 100 }).Entries, entry => entry.Told.Contains(Secret, StringComparison.Ordinal));
        Assert.NotEqual(Secret, BackupPlan.Of(counties.Office.Database).PassphraseFile);
    }

    [Fact]
    public async Task A_good_plan_is_kept_and_noted()
    {
        var file = Path.Combine(counties.Office.Folder, "passphrase");
        await File.WriteAllTextAsync(file, Secret, TestContext.Current.CancellationToken);
        Assert.Contains("保留份数要写成", (await Save(("folder", Folder), ("at", "03:15"), ("keep", "多"), ("passphrase", file))).Text, StringComparison.Ordinal);

        var (status, _, answer) = await Save(("folder", Folder), ("at", "03:15"), ("keep", "7"), ("passphrase", file));

        Assert.Equal((302, false), (status, answer.Headers.Location!.ToString().Contains("passphrase", StringComparison.Ordinal)));
        Assert.Contains("设置已保存", (await counties.Get(administrator, answer.Headers.Location.ToString())).Text, StringComparison.Ordinal);
        Assert.Equal(new BackupPlan(Folder, new TimeOnly(3, 15), 7, file), BackupPlan.Of(counties.Office.Database));
        Assert.Contains("每天 03:15", new AuditLog(counties.Office.Database).Find(new AuditQuery { Act = AuditAct.Setting }).Entries[0].Told, StringComparison.Ordinal);
    }

    private Task<(int Status, string Text, HttpResponseMessage Answer)> Save(params (string, string)[] fields) => counties.Post(administrator, Page, Page, [("_handler", "plan"), .. fields]);
}
