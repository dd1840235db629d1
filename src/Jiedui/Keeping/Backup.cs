using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Keeping;

/// <summary>
/// Copies an installation, while it is worked with, into one file: a zip, or the same zip sealed under a passphrase. Personal data is sealed inside either; only the
/// sealed file also holds the master key, and so can be restored on another machine.
/// </summary>
public static class Backup
{
    private const string WorkFolder = "backup.part";

    /// <param name="database">The installation.</param>
    /// <param name="file">Where it goes; there must be no such file.</param>
    /// <param name="passphrase">Seals it; null for a plain zip.</param>
    /// <exception cref="BackupFaultException">It cannot be done; no file was made.</exception>
    /// <exception cref="KeyMissingException">The master key is not there.</exception>
    public static BackupResult Write(Database database, string file, string? passphrase = null)
    {
        using var only = BackupLock.Take(database.Folder);
        return WriteAlone(database, file, passphrase);
    }

    /// <summary>As <see cref="Write(Database, string, string?)"/>, by whoever holds the folder's <see cref="BackupLock"/>.</summary>
    internal static BackupResult WriteAlone(Database database, string file, string? passphrase)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
            throw new BackupFaultException($"{file} 已经存在。备份从不覆盖别的文件，请换一个文件名。");
        if (passphrase is { Length: < 8 })
            throw new BackupFaultException("备份口令太短，容易被试出来。请用 8 个字以上的口令。");
        var master = MasterKey.Find(mayCreate: false);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // A killed backup leaves this folder behind; the next one clears it away.
        var work = Path.Combine(database.Folder, WorkFolder);
        var unfinished = file + ".part";
        Clear(work);
        try
        {
            Directory.CreateDirectory(work);
            var (keys, destroyed) = (Keys(database), Destroyed(database));
            // Accounts and audit log are copied first, then the books, then evidence: what is done in between is then in the books and not yet in the audit chain,
            // and is taken over into the chain when the copy is opened, as after a kill. The other way round the chain would tell of deeds that the books do not know.
            database.CopyTo(work);
            BackupManifest manifest;
            using (var output = Owned(unfinished))
            {
                manifest = Write(output, database, work, master, passphrase);
                output.Flush(flushToDisk: true);
            }
            // What was sealed with a key that is newer than the copy of the keys could never be opened.
            if (Keys(database) != keys)
                throw new BackupFaultException("备份途中换了密钥，没有备份成。请等轮换结束后再备份。");
            // What the copied books still tell of would be missing beside them, and the backup could not be restored.
            if (Destroyed(database) != destroyed)
                throw new BackupFaultException("备份途中销毁了佐证文件，没有备份成。请再备份一次。");
            BackupFile.Check(unfinished, passphrase);
            File.Move(unfinished, file, overwrite: false);
            using var written = File.OpenRead(file);
            return new BackupResult(file, written.Length, Convert.ToHexStringLower(SHA256.HashData(written)), manifest);
        }
        finally
        {
            Clear(work);
            File.Delete(unfinished);
        }
    }

    private static string Keys(Database database)
    {
        using var access = database.ConnectAccess();
        return string.Join(' ', access.Query<(long Id, byte[] Wrapped)>("SELECT id, wrapped FROM sealing_key ORDER BY id").Select(key => $"{key.Id} {Convert.ToHexString(key.Wrapped)}"));
    }

    private static string Destroyed(Database database)
    {
        using var books = database.Connect();
        return books.QuerySingle<string>("SELECT count(*) || ' ' || coalesce(max(erased), 0) FROM evidence WHERE erased IS NOT NULL");
    }

    private static BackupManifest Write(FileStream output, Database database, string work, MasterKey master, string? passphrase)
    {
        if (passphrase is null)
            return WriteZip(output, database, work, master, holdsKey: false);
        using var seal = new SealedWriting(output, database.Vault.Suite, passphrase);
        var manifest = WriteZip(seal, database, work, master, holdsKey: true);
        seal.Finish();
        return manifest;
    }

    private static BackupManifest WriteZip(Stream to, Database database, string work, MasterKey master, bool holdsKey)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var entries = new List<BackupEntry>();
        foreach (var name in (string[])[Database.AccessFile, Database.BooksFile])
            entries.Add(Add(zip, name, Path.Combine(work, name), CompressionLevel.Fastest));
        // Evidence is stored under its own hash and never changed: what is added while this runs does no harm. The keys of forms and sign-ins stay out: whoever
        // restores signs in again.
        var evidence = Path.Combine(database.Folder, BackupManifest.EvidenceFolder);
        IEnumerable<string> files = Directory.Exists(evidence) ? Directory.EnumerateFiles(evidence, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
        foreach (var path in files)
        {
            var name = Path.GetRelativePath(database.Folder, path).Replace('\\', '/');
            if (BackupManifest.MayHold(name) && !name.EndsWith(".part", StringComparison.Ordinal))
                entries.Add(Add(zip, name, path, CompressionLevel.NoCompression));
        }
        if (holdsKey)
        {
            using var key = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(master.Text));
            entries.Add(Add(zip, BackupManifest.KeyName, key, CompressionLevel.NoCompression));
        }
        var (books, access) = Database.Schemas;
        var manifest = new BackupManifest(
            BackupManifest.PresentFormat, DateTimeOffset.UtcNow, BackupManifest.PresentProgram, books, access, database.Vault.Suite.ToString(), master.Print, holdsKey, entries);
        using var entry = zip.CreateEntry(BackupManifest.Name).Open();
        manifest.Write(entry);
        return manifest;
    }

    private static BackupEntry Add(ZipArchive zip, string name, string path, CompressionLevel level)
    {
        using var from = File.OpenRead(path);
        return Add(zip, name, from, level);
    }

    private static BackupEntry Add(ZipArchive zip, string name, Stream from, CompressionLevel level)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var entry = zip.CreateEntry(name, level).Open();
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        for (int read; (read = from.Read(buffer)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            entry.Write(buffer, 0, read);
        }
        return new BackupEntry(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A file that only its owner may read.</summary>
    private static FileStream Owned(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A backup that was written, and read back.</summary>
public sealed record BackupResult(string File, long Bytes, string Sha256, BackupManifest Manifest);
