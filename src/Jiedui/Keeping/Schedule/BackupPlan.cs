using System.Globalization;
using System.Text.Json;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Storage;

namespace Jiedui.Keeping.Schedule;

/// <summary>
/// When backups are made by themselves, and how many of those are kept. The newest so many are kept, and no weekly or monthly ones beside them: nothing is ever
/// deleted from the books, so the newest backup also tells how things stood on any earlier day.
/// </summary>
/// <param name="Folder">Where they go; null for no plan.</param>
/// <param name="At">The time of day, by the machine's clock.</param>
/// <param name="Keep">How many are kept.</param>
/// <param name="PassphraseFile">The file with the passphrase that seals them; null for plain ones. The passphrase itself is stored nowhere.</param>
public sealed record BackupPlan(string? Folder, TimeOnly At, int Keep, string? PassphraseFile)
{
    public const int MostKept = 1000;

    private const string Setting = "backup";

    public static BackupPlan None { get; } = new(null, new TimeOnly(2, 30), 14, null);

    public static BackupPlan Of(Database database)
    {
        using var access = database.ConnectAccess();
        return access.QuerySingleOrDefault<string>("SELECT value FROM setting WHERE name = @Setting", new { Setting }) is { } text
            ? JsonSerializer.Deserialize<BackupPlan>(text, Json.Readable)!
            : None;
    }

    /// <exception cref="BackupFaultException">It cannot be kept to: the folder cannot be written, or the passphrase's file is not there.</exception>
    public void Save(Database database, Actor actor)
    {
        Demand(database.Folder);
        using (var access = database.ConnectAccess())
        {
            access.Execute(
                "INSERT INTO setting (name, value) VALUES (@Setting, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { Setting, value = JsonSerializer.Serialize(this, Json.Readable) });
        }
        new AuditLog(database).Note(actor, AuditAct.Setting, "定时备份", ToString());
    }

    /// <summary>The moment at which the last backup was to be made.</summary>
    public DateTime LastDue(DateTime now) => now.Date + At.ToTimeSpan() is var today && today <= now ? today : today.AddDays(-1);

    public override string ToString() => Folder is null
        ? "不定时备份"
        : string.Create(CultureInfo.InvariantCulture, $"每天 {At:HH\\:mm} 备份到 {Folder}，保留 {Keep} 份，{(PassphraseFile is null ? "不加密" : $"用 {PassphraseFile} 中的口令加密")}");

    private void Demand(string dataFolder)
    {
        if (Folder is null)
            return;
        if (Keep is < 1 or > MostKept)
            throw new BackupFaultException($"保留份数应在 1 到 {MostKept} 之间。");
        if (!Path.IsPathFullyQualified(Folder))
            throw new BackupFaultException($"备份文件夹“{Folder}”要写全路径，如 /srv/backup/jiedui。");
        if ((Path.GetFullPath(Folder) + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new BackupFaultException("备份文件夹不能在数据文件夹里面：数据丢了，备份也一起丢了。请换一处，最好在另一块磁盘上。");
        // Not said back: somebody may have typed the passphrase itself.
        if (PassphraseFile is { } place && !Path.IsPathFullyQualified(place))
            throw new BackupFaultException("口令文件要写全路径，如 /etc/jiedui/passphrase。这里写文件在哪里，不写口令本身。");
        if (PassphraseFile is { } file)
            PassphraseSource.InFile(file);
        try
        {
            Directory.CreateDirectory(Folder);
            using var probe = new FileStream(Path.Combine(Folder, $".jiedui-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupFaultException($"备份文件夹 {Folder} 不能写入。请核对路径和权限。");
        }
    }
}
