using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Keeping;
using Jiedui.Keeping.Schedule;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Keeping;

public sealed class BackupPlanTests : IDisposable
{
    private static readonly Actor Administrator = new("系统管理员", Role.SystemAdministrator);

    private readonly TempFolder folder = new();
    private readonly Installation office = Installation.WithCaseUnits();

    private BackupRuns Runs => new(office.Database);

    private string Place => Path.Combine(folder.Path, "backups");

    [Fact]
    public void One_is_made_when_its_time_has_come_and_then_not_again()
    {
        var now = DateTime.Now;
        Plan(3);
        Assert.True(Runs.FollowPlan(now, Administrator));
        Assert.False(Runs.FollowPlan(now.AddMinutes(1), Administrator));
        Assert.True(Runs.FollowPlan(now.AddDays(1), Administrator));
        Assert.Equal(2, Directory.GetFiles(Place).Length);
        Assert.All(Runs.All(), run => Assert.True(run is { IsGood: true, IsPlanned: true }));
    }

    [Fact]
    public void Without_a_plan_nothing_is_made()
    {
        Assert.False(Runs.FollowPlan(DateTime.Now, Administrator));
        Assert.Empty(Runs.All());
    }

    [Fact]
    public void Only_the_newest_are_kept_and_only_what_a_plan_wrote_is_removed()
    {
        var plan = Plan(2);
        var byHand = Runs.Make(Path.Combine(Place, "by-hand.zip"), null, Administrator);
        File.WriteAllText(Path.Combine(Place, "jiedui-19990101-000000.zip"), "somebody else's");
        var first = Runs.Planned(plan, new DateTime(2026, 1, 1), Administrator);
        // Somebody put another file in its place.
        File.WriteAllText(first.File, "mine");
        var made = Enumerable.Range(2, 4).Select(day => Runs.Planned(plan, new DateTime(2026, 1, day), Administrator).File).ToList();

        Assert.Equal(
            [byHand.File, Path.Combine(Place, "jiedui-19990101-000000.zip"), first.File, made[2], made[3]],
            Directory.GetFiles(Place).Order(StringComparer.Ordinal));
        Assert.Equal("mine", File.ReadAllText(first.File));
        Assert.Contains(new AuditLog(office.Database).Find(new AuditQuery()).Entries, entry => entry.Act == AuditAct.Backup && entry.Told.Contains("已删除", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_is_told_in_the_list_and_in_the_audit_log_and_tried_again_later()
    {
        var now = DateTime.Now;
        Plan(2);
        Directory.Delete(Place);
        File.WriteAllText(Place, "a file where the folder was");

        Assert.Throws<BackupFaultException>(() => Runs.FollowPlan(now, Administrator));

        var run = Assert.Single(Runs.All());
        Assert.NotEmpty(run.Fault!);
        Assert.Contains("没有备份成", new AuditLog(office.Database).Last()!.Told, StringComparison.Ordinal);
        File.Delete(Place);
        Assert.False(Runs.FollowPlan(now.AddMinutes(5), Administrator));
        Assert.True(Runs.FollowPlan(now.AddMinutes(65), Administrator));
        Assert.True(Runs.All()[0].IsGood);
    }

    [Fact]
    public void What_a_killed_process_left_is_told_and_cleared()
    {
        var half = folder.Write("half.zip.part", [1, 2, 3]);
        BrokenOff(half[..^5]);
        Assert.True(Assert.Single(Runs.All()).IsOpen);
        Runs.EndBroken();
        Assert.Contains("程序被结束", Assert.Single(Runs.All()).Fault, StringComparison.Ordinal);
        Assert.False(File.Exists(half));
    }

    [Fact]
    public void What_a_killed_process_left_is_ended_where_its_folder_is_gone_and_backups_go_on()
    {
        BrokenOff(Path.Combine(folder.Path, "gone", "half.zip"));
        Runs.EndBroken();
        Assert.Contains("程序被结束", Assert.Single(Runs.All()).Fault, StringComparison.Ordinal);
        BrokenOff(Path.Combine(folder.Path, "gone", "another.zip"));
        Assert.True(File.Exists(Runs.Make(Path.Combine(Place, "by-hand.zip"), null, Administrator).File));
        Assert.All(Runs.All(), run => Assert.False(run.IsOpen));
    }

    [Fact]
    public void A_passphrase_that_is_gone_is_told_in_the_list_and_in_the_audit_log()
    {
        var passphrase = folder.Write("passphrase", "正确的口令 1234\n"u8.ToArray());
        var plan = new BackupPlan(Place, default, 3, passphrase);
        plan.Save(office.Database, Administrator);
        File.Delete(passphrase);
        var now = DateTime.Now;

        Assert.Contains("口令文件", Assert.Throws<BackupFaultException>(() => Runs.FollowPlan(now, Administrator)).Message, StringComparison.Ordinal);

        var run = Assert.Single(Runs.All());
        Assert.Contains("口令文件", run.Fault, StringComparison.Ordinal);
        Assert.True(run is { IsPlanned: true, IsSealed: true });
        Assert.Contains("口令文件", new AuditLog(office.Database).Last()!.Told, StringComparison.Ordinal);
        Assert.False(Runs.FollowPlan(now.AddMinutes(5), Administrator), "it is tried again an hour later");
    }

    [Fact]
    public void A_database_that_fails_is_told_as_what_it_is()
    {
        InAccess("ALTER TABLE sealing_key RENAME TO elsewhere");
        var fault = Assert.Throws<BackupFaultException>(() => Runs.Make(Path.Combine(Place, "a.zip"), null, Administrator));
        InAccess("ALTER TABLE elsewhere RENAME TO sealing_key");
        Assert.Contains("错误码", fault.Message, StringComparison.Ordinal);
        Runs.EndBroken();
        Assert.Equal(fault.Message, Assert.Single(Runs.All()).Fault);
        Assert.Contains(fault.Message, new AuditLog(office.Database).Last()!.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_leaves_with_1_and_one_sentence_where_the_database_fails()
    {
        InAccess("ALTER TABLE backup RENAME TO elsewhere");
        var run = await CommandRun.Of(office, "backup", Path.Combine(Place, "a.zip"));
        InAccess("ALTER TABLE elsewhere RENAME TO backup");
        Assert.Equal(1, run.Code);
        Assert.Contains("错误码", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_is_held_and_one_that_cannot_be_made_are_told_apart()
    {
        var place = Path.Combine(office.Database.Folder, "backup.lock");
        using (new FileStream(place, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("另一次备份", Failed(), StringComparison.Ordinal);
        File.Delete(place);
        File.CreateSymbolicLink(place, Path.Combine(folder.Path, "nowhere", "backup.lock"));
        Assert.Contains("不能写入", Failed(), StringComparison.Ordinal);
        Assert.Equal(2, Runs.All().Count);

        string Failed()
        {
            Assert.Throws<BackupFaultException>(() => Runs.Make(Path.Combine(Place, "a.zip"), null, Administrator));
            Assert.Contains("没有备份成", new AuditLog(office.Database).Last()!.Told, StringComparison.Ordinal);
            return Runs.All()[0].Fault!;
        }
    }

    [Fact]
    public void While_another_writes_nothing_is_open_that_a_look_could_end()
    {
        using (new FileStream(Path.Combine(office.Database.Folder, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            BrokenOff(Path.Combine(Place, "running.zip"));
            Assert.Throws<BackupFaultException>(() => Runs.Make(Path.Combine(Place, "a.zip"), null, Administrator));
            Runs.EndBroken();
            Assert.Equal([false, true], Runs.All().Select(run => run.IsOpen));
        }
    }

    [Fact]
    public async Task A_look_in_the_midst_of_backups_ends_none_of_them()
    {
        using var done = new CancellationTokenSource();
        var looks = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                Runs.EndBroken();
        }, TestContext.Current.CancellationToken);
        for (var made = 0; made < 5;)
        {
            try
            {
                Runs.Make(Path.Combine(Place, $"{made}.zip"), null, Administrator);
                made++;
            }
            catch (BackupFaultException)
            {
                // A look may hold the lock for a moment.
            }
        }
        await done.CancelAsync();
        await looks;
        Assert.All(Runs.All(), run => Assert.True(run.Finished is null || run.Fault is null));
    }

    [Fact]
    public void A_plan_that_cannot_be_kept_to_is_refused()
    {
        Refused(new BackupPlan("relative", default, 3, null), "全路径");
        Refused(new BackupPlan(Path.Combine(office.Database.Folder, "inside"), default, 3, null), "数据文件夹里面");
        Refused(new BackupPlan(folder.Write("file", [1]), default, 3, null), "不能写入");
        Refused(new BackupPlan(Place, default, 0, null), "保留份数");
        Refused(new BackupPlan(Place, default, 3, Path.Combine(folder.Path, "none")), "口令文件");
        Assert.Equal(BackupPlan.None, BackupPlan.Of(office.Database));
    }

    [Fact]
    public void A_plan_with_a_passphrase_seals()
    {
        var file = folder.Write("passphrase", "正确的口令 1234\n"u8.ToArray());
        var plan = new BackupPlan(Place, default, 3, file);
        plan.Save(office.Database, Administrator);
        var made = Runs.Planned(BackupPlan.Of(office.Database), new DateTime(2026, 1, 1), Administrator);
        Assert.True(made.Manifest.HoldsKey);
        Assert.Equal(made.Manifest.MasterKey, BackupFile.Check(made.File, "正确的口令 1234").MasterKey);
    }

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    /// <summary>A run as a killed process leaves it.</summary>
    private void BrokenOff(string file) =>
        InAccess($"INSERT INTO backup (at, file, is_planned, is_sealed) VALUES ('2026-01-01T00:00:00.0000000Z', '{file}', 1, 0)");

    private void InAccess(string sql)
    {
        using var access = office.Database.ConnectAccess();
        using var command = access.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private BackupPlan Plan(int keep)
    {
        var plan = new BackupPlan(Place, default, keep, null);
        plan.Save(office.Database, Administrator);
        Assert.Equal(plan, BackupPlan.Of(office.Database));
        return plan;
    }

    private void Refused(BackupPlan plan, string why) =>
        Assert.Contains(why, Assert.Throws<BackupFaultException>(() => plan.Save(office.Database, Administrator)).Message, StringComparison.Ordinal);
}
