using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Keeping.Schedule;

/// <summary>Makes backups and keeps a list of them: which went well, which did not and why. Also those that failed are told in the audit log.</summary>
public sealed class BackupRuns(Database database)
{
    private const string Columns = "id, at, file, is_planned, is_sealed, bytes, sha256, finished, fault, removed";

    /// <summary>The runs, the newest first.</summary>
    public IReadOnlyList<BackupRun> All(int limit = 100)
    {
        using var access = database.ConnectAccess();
        return [.. access.Rows($"SELECT {Columns} FROM backup ORDER BY id DESC LIMIT @limit", Read, new { limit })];
    }

    /// <summary>Writes one backup, reads it back, and notes what came of it.</summary>
    /// <exception cref="BackupFaultException">It was not made.</exception>
    /// <exception cref="KeyMissingException">The master key is not there.</exception>
    public BackupResult Make(string file, string? passphrase, Actor actor) => Make(new Begun(file, IsPlanned: false, passphrase is not null), () => passphrase, actor);

    /// <summary>Makes the planned backup, if one is due and none was made since; then removes those that the plan no longer keeps.</summary>
    /// <returns>Whether one was due.</returns>
    public bool FollowPlan(DateTime now, Actor actor)
    {
        var plan = BackupPlan.Of(database);
        if (plan.Folder is null || !IsDue(plan, now))
            return false;
        Planned(plan, now, actor);
        return true;
    }

    /// <summary>Makes a backup by the plan now, whether it is due or not.</summary>
    /// <exception cref="BackupFaultException">It was not made.</exception>
    public BackupResult Planned(BackupPlan plan, DateTime now, Actor actor)
    {
        var folder = plan.Folder ?? throw new BackupFaultException("还没有设置备份文件夹。请先设置，再备份。");
        var isSealed = plan.PassphraseFile is not null;
        var name = string.Create(CultureInfo.InvariantCulture, $"jiedui-{now:yyyyMMdd-HHmmss}{(isSealed ? ".sealed" : ".zip")}");
        var result = Make(new Begun(Path.Combine(folder, name), IsPlanned: true, isSealed), () => plan.PassphraseFile is { } file ? PassphraseSource.InFile(file) : null, actor);
        RemoveOld(plan, actor);
        return result;
    }

    /// <summary>What a killed process left half-done is told as a failure, and its half file is removed.</summary>
    public void EndBroken()
    {
        // Taken only where there is something to end, so that a backup that begins just now does not find it held.
        if (!All().Any(run => run.IsOpen))
            return;
        try
        {
            using var only = BackupLock.TryTake(database.Folder);
            if (only is not null)
                EndOpen();
        }
        catch (BackupFaultException)
        {
            // Whether one is under way cannot be said now; the next backup tells what is wrong with the folder.
        }
    }

    /// <param name="begun">What is to be made.</param>
    /// <param name="passphrase">Asked for when the run stands in the list: that there is none is a failure like others.</param>
    /// <param name="actor">Who makes it.</param>
    private BackupResult Make(Begun begun, Func<string?> passphrase, Actor actor)
    {
        // Before it is noted: what is open while nobody holds the lock was broken off.
        using var only = Lock(begun, actor);
        EndOpen();
        var id = Note(begun);
        var result = Written(id, begun, passphrase, actor);
        new AuditLog(database).Note(actor, AuditAct.Backup, Path.GetFileName(begun.File), JsonSerializer.Serialize(new { result.Bytes, result.Sha256 }));
        return result;
    }

    /// <summary>Whatever comes of it, the run does not stay open.</summary>
    private BackupResult Written(long id, Begun begun, Func<string?> passphrase, Actor actor)
    {
        try
        {
            var result = Backup.WriteAlone(database, begun.File, passphrase());
            Update(id, "bytes = @Bytes, sha256 = @Sha256, finished = @now", new { id, result.Bytes, result.Sha256, now = Text(DateTimeOffset.UtcNow) });
            return result;
        }
        catch (Exception fault) when (WhyOf(fault) is { } why)
        {
            TellFailed(id, begun, why, actor);
            if (fault is BackupFaultException or KeyMissingException)
                throw;
            throw new BackupFaultException(why);
        }
        catch
        {
            TellFailed(id, begun, "备份时出错，没有备份成。请管理员查看程序的日志。", actor);
            throw;
        }
    }

    private BackupLock Lock(Begun begun, Actor actor)
    {
        try
        {
            return BackupLock.Take(database.Folder);
        }
        catch (BackupFaultException fault)
        {
            TellFailed(Note(begun, fault.Message), begun, fault.Message, actor);
            throw;
        }
    }

    private void TellFailed(long id, Begun begun, string why, Actor actor)
    {
        try
        {
            Update(id, "fault = @why", new { why });
            new AuditLog(database).Note(actor, AuditAct.Backup, Path.GetFileName(begun.File), "没有备份成：" + why);
        }
        catch (Exception fault) when (fault is DbException or DatabaseUnavailableException)
        {
            // What kept the backup from being made may keep this from being noted: who asked for it is told all the same, and the next look ends the run.
        }
    }

    /// <summary>Null for what nobody foresaw: that goes on its way as it is.</summary>
    private static string? WhyOf(Exception fault) => fault switch
    {
        BackupFaultException or KeyMissingException or DatabaseUnavailableException or CopyRefusedException => fault.Message,
        DbException failed => DatabaseFault.Told(failed),
        UnauthorizedAccessException => "没有写入备份文件夹的权限。请核对权限。",
        IOException => "写备份文件时出错：文件夹不存在、不能写入或磁盘已满。请核对路径和剩余空间。",
        _ => null,
    };

    /// <summary>A failed one is tried again an hour later.</summary>
    private bool IsDue(BackupPlan plan, DateTime now)
    {
        var due = plan.LastDue(now);
        var planned = All().Where(run => run.IsPlanned).ToList();
        return !planned.Exists(run => run.At.LocalDateTime >= due && run.IsGood) && !planned.Exists(run => run.At.LocalDateTime > now.AddHours(-1));
    }

    /// <summary>Removes only what a plan wrote and nobody has touched since: a file of the same name with other content is somebody else's.</summary>
    private void RemoveOld(BackupPlan plan, Actor actor)
    {
        using var access = database.ConnectAccess();
        var old = access.Rows($"SELECT {Columns} FROM backup WHERE is_planned = 1 AND finished IS NOT NULL AND removed IS NULL ORDER BY id DESC", Read)
            .Where(run => File.Exists(run.File)).Skip(plan.Keep).ToList();
        foreach (var run in old.Where(IsAsWritten))
        {
            File.Delete(run.File);
            Update(run.Id, "removed = @now", new { id = run.Id, now = Text(DateTimeOffset.UtcNow) });
            new AuditLog(database).Note(actor, AuditAct.Backup, Path.GetFileName(run.File), $"超过保留份数 {plan.Keep}，已删除");
        }
    }

    private static bool IsAsWritten(BackupRun run)
    {
        using var file = File.OpenRead(run.File);
        return file.Length == run.Bytes && Convert.ToHexStringLower(SHA256.HashData(file)) == run.Sha256;
    }

    /// <summary>What was open while nobody wrote a backup.</summary>
    private void EndOpen()
    {
        foreach (var run in All().Where(run => run.IsOpen))
        {
            Update(run.Id, "fault = @why", new { why = "备份途中程序被结束了，或数据库写不进去了，没有备份成。" });
            RemoveHalf(run);
        }
    }

    private static void RemoveHalf(BackupRun run)
    {
        try
        {
            File.Delete(run.File + ".part");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder is gone, as when a disk was taken away: so is what lay in it.
        }
    }

    private long Note(Begun begun, string? fault = null)
    {
        using var access = database.ConnectAccess();
        return access.QuerySingle<long>(
            "INSERT INTO backup (at, file, is_planned, is_sealed, fault) VALUES (@at, @file, @isPlanned, @isSealed, @fault) RETURNING id",
            new { at = Text(DateTimeOffset.UtcNow), file = Path.GetFullPath(begun.File), isPlanned = Flag.Of(begun.IsPlanned), isSealed = Flag.Of(begun.IsSealed), fault });
    }

    private void Update(long id, string change, object values)
    {
        using var access = database.ConnectAccess();
        access.Execute($"UPDATE backup SET {change} WHERE id = {id.ToString(CultureInfo.InvariantCulture)}", values);
    }

    private static BackupRun Read(DbDataReader row) => new(
        row.GetInt64("id"), Moment(row.GetString("at"))!.Value, row.GetString("file"), row.IsSet("is_planned"), row.IsSet("is_sealed"), row.NumberOrNull("bytes"), row.TextOrNull("sha256"),
        Moment(row.TextOrNull("finished")), row.TextOrNull("fault"), Moment(row.TextOrNull("removed")));

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>A backup that is to be made.</summary>
    private sealed record Begun(string File, bool IsPlanned, bool IsSealed);
}

/// <summary>One backup that was begun.</summary>
/// <param name="Finished">When it was written and read back; null while it is under way, or where it failed or was broken off.</param>
/// <param name="Fault">Why it failed.</param>
/// <param name="Removed">When the plan removed it.</param>
public sealed record BackupRun(
    long Id, DateTimeOffset At, string File, bool IsPlanned, bool IsSealed, long? Bytes, string? Sha256, DateTimeOffset? Finished, string? Fault, DateTimeOffset? Removed)
{
    public bool IsGood => Finished is not null;

    public bool IsOpen => Finished is null && Fault is null;
}
