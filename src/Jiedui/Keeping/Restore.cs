using System.Data.Common;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Keeping;

/// <summary>
/// Brings a backup back into an empty data folder, and into an empty PostgreSQL database where one is named. Everything is checked in a folder beside it, which is
/// renamed in one step when all is well: a wrong or damaged file changes nothing.
/// </summary>
public static class Restore
{
    /// <param name="file">The backup.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="passphrase">What it was sealed under; null for a plain one.</param>
    /// <param name="catalogue">The declared ledgers.</param>
    /// <param name="actor">Who restores it.</param>
    /// <param name="server">How the PostgreSQL database is reached into which it goes; null for the built-in one in the folder.</param>
    /// <exception cref="BackupFaultException">It cannot be restored; nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used; nothing was changed.</exception>
    /// <exception cref="KeyMissingException">The key that it needs is not there; nothing was changed.</exception>
    public static RestoreResult Run(string file, string folder, string? passphrase, Catalogue catalogue, Actor actor, string? server = null)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        DemandEmpty(folder);
        if (server is not null && Database.IsIn(folder, server))
            throw new BackupFaultException("这个 PostgreSQL 数据库里已有数据。恢复只写入空的数据库，不会覆盖已有的数据；请用 --db 指明一个新的数据库。");
        using var backup = BackupFile.Open(file, passphrase);
        var (master, place) = KeyFor(backup);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var draft = Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.restoring-{Guid.NewGuid():N}");
        try
        {
            Create(draft);
            backup.ExtractTo(draft);
            DemandSchemas(draft);
            var done = Verify(draft, file, backup.Manifest, master, catalogue, actor);
            if (server is null)
                MoveInto(draft, folder, master, place);
            else
                Hand(draft, folder, server, master, place, catalogue);
            return done with { Folder = folder, KeyFile = place };
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private static void DemandEmpty(string folder)
    {
        if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupFaultException($"数据文件夹 {folder} 不是空的。恢复只写入空文件夹，不会覆盖已有的数据；请用 --data 指明一个新的文件夹。");
    }

    /// <summary>The key that opens the backup, and where it must be written, if it is not on this machine yet.</summary>
    private static (MasterKey Key, string? Place) KeyFor(BackupFile backup)
    {
        var (present, fault) = Present();
        if (present?.Print == backup.Manifest.MasterKey)
            return (present, null);
        var place = MasterKey.NamedFile;
        if (backup.Key() is not { } held)
        {
            throw new KeyMissingException(
                $"这个备份不含密钥，需要备份时所用的那一把（指纹 {backup.Manifest.MasterKey}）。{(present is null ? fault : $"现有的密钥（{present.Place}）不是它。")}" +
                $"请把保管的密钥文件放到 {place ?? MasterKey.UsualFile}，或用环境变量 JIEDUI_KEY_FILE 指明它在哪里，再恢复一次。没有改动任何内容。");
        }
        if (place is null || File.Exists(place))
        {
            throw new KeyMissingException(
                $"备份里的密钥（指纹 {backup.Manifest.MasterKey}）不能放到本机：{(place is null ? "环境变量 JIEDUI_KEY 或 JIEDUI_KEY_COMMAND 给出了另一把密钥" : $"{place} 已是另一把密钥")}。" +
                "请用环境变量 JIEDUI_KEY_FILE 指明一个新的位置（并去掉另外两个环境变量），再恢复一次。没有改动任何内容。");
        }
        return (held, place);
    }

    private static (MasterKey? Key, string Fault) Present()
    {
        try
        {
            return (MasterKey.Find(mayCreate: false), "");
        }
        catch (KeyMissingException fault)
        {
            return (null, fault.Message);
        }
    }

    private static void DemandSchemas(string draft)
    {
        try
        {
            var (books, access) = Database.SchemasIn(draft);
            if (books > Database.Schemas.Books || access > Database.Schemas.Access)
                throw new BackupFaultException("这个备份的数据库由更新的版本写成。请先升级本程序，再恢复。");
            if (books == 0 || access == 0)
                throw new BackupFaultException("备份里的数据库是空的，不像本程序写的。没有恢复任何内容。");
        }
        catch (DbException)
        {
            throw new BackupFaultException("备份里的数据库打不开或已经损坏。没有恢复任何内容，请换另一份备份。");
        }
    }

    /// <summary>Opens the copy as the program would, takes over what the audit chain does not tell of yet, recounts everything, and notes where it came from.</summary>
    private static RestoreResult Verify(string draft, string file, BackupManifest manifest, MasterKey master, Catalogue catalogue, Actor actor)
    {
        Database? database = null;
        try
        {
            database = Database.Open(draft, catalogue.Ledgers, master);
            var log = new AuditLog(database);
            log.TakeOver("restore");
            VerificationResult books;
            using (var connection = database.Connect())
                books = Verification.Run(connection, catalogue, database.Vault);
            var (lines, faults) = log.Check();
            if (books.Faults.Count + faults.Count > 0)
                throw Unsound("账目", [.. books.Faults, .. faults]);
            var evidence = EvidenceVerification.Run(database, catalogue);
            if (evidence.Faults.Count > 0)
                throw Unsound("佐证", evidence.Faults);
            log.Note(actor, AuditAct.Restore, Path.GetFileName(file), $"备份时间 {manifest.At:yyyy-MM-dd HH:mm:ss}Z");
            return new RestoreResult("", manifest, books.Checked + evidence.Checked + lines, null);
        }
        catch (DbException)
        {
            throw new BackupFaultException("备份里的数据库内容不对。没有恢复任何内容，请换另一份备份。");
        }
        finally
        {
            database?.Release();
            database?.Vault.Dispose();
        }
    }

    /// <summary>The database goes to the server, the other files into the folder: both or neither.</summary>
    private static void Hand(string draft, string folder, string server, MasterKey master, string? place, Catalogue catalogue)
    {
        var checkedCopy = Database.Open(draft, catalogue.Ledgers, master);
        // The files of the copy stay behind, in a folder that goes when all is done.
        var rest = Directory.CreateDirectory(draft + "-files").FullName;
        try
        {
            Transfer.Run(checkedCopy, folder, server, last: () =>
            {
                if (Directory.Exists(Path.Combine(draft, BackupManifest.EvidenceFolder)))
                    Directory.Move(Path.Combine(draft, BackupManifest.EvidenceFolder), Path.Combine(rest, BackupManifest.EvidenceFolder));
                MoveInto(rest, folder, master, place);
            });
        }
        catch (CopyRefusedException fault)
        {
            throw new BackupFaultException(fault.Message);
        }
        finally
        {
            checkedCopy.Release();
            checkedCopy.Vault.Dispose();
            if (Directory.Exists(rest))
                Directory.Delete(rest, recursive: true);
        }
    }

    private static BackupFaultException Unsound(string what, IReadOnlyList<string> faults) =>
        new($"备份里的{what}核对不符，没有恢复任何内容，请换另一份备份：{string.Join("", faults.Take(5))}");

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void MoveInto(string draft, string folder, MasterKey master, string? place)
    {
        if (place is not null)
            master.Keep(place);
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(draft, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (place is not null)
                File.Delete(place);
            throw new BackupFaultException($"{folder} 不能由恢复好的文件夹替换（它可能是挂载点，或正被别的程序使用）。请用 --data 指明它下面的一个新文件夹。没有改动任何内容。");
        }
    }
}

/// <summary>What was restored.</summary>
/// <param name="Checked">How many records, postings, sums, files of evidence and audit lines were recounted.</param>
/// <param name="KeyFile">Where the master key was put; null where it was there already.</param>
public sealed record RestoreResult(string Folder, BackupManifest Manifest, long Checked, string? KeyFile);
