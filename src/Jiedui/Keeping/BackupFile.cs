using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Keeping;

/// <summary>A backup opened for reading. Nothing of it is believed before it is checked: it may be damaged, foreign or made to do harm.</summary>
public sealed class BackupFile : IDisposable
{
    private const long LongestManifest = 256L << 20;
    private const int MostEntries = 2_000_000;

    /// <summary>Databases deflate to a tenth, rarely to a fiftieth.</summary>
    private const int MostInflation = 400;

    private readonly Stream stream;
    private readonly ZipArchive zip;

    private BackupFile(Stream stream, ZipArchive zip, BackupManifest manifest, bool isSealed)
    {
        this.stream = stream;
        this.zip = zip;
        Manifest = manifest;
        IsSealed = isSealed;
    }

    public BackupManifest Manifest { get; }

    public bool IsSealed { get; }

    /// <exception cref="BackupFaultException">It is no backup, a damaged one, one of a newer program, or the passphrase is wrong or missing.</exception>
    public static BackupFile Open(string file, string? passphrase)
    {
        var stream = Opened(file);
        return Guarded(() =>
        {
            var isSealed = SealedReading.IsSealed(stream);
            if (isSealed && passphrase is null)
                throw new BackupFaultException($"{file} 是加密的备份。请用 --passphrase-file 给出口令文件，或设环境变量 JIEDUI_BACKUP_PASSPHRASE。");
            Stream plain = isSealed ? new SealedReading(stream, passphrase!) : stream;
            var zip = new ZipArchive(plain, ZipArchiveMode.Read);
            return new BackupFile(stream, zip, ManifestOf(zip, stream.Length), isSealed);
        }, stream, file);
    }

    /// <summary>Reads a whole backup back and compares every hash.</summary>
    /// <exception cref="BackupFaultException">As <see cref="Open"/>.</exception>
    public static BackupManifest Check(string file, string? passphrase)
    {
        using var backup = Open(file, passphrase);
        Guarded(() =>
        {
            foreach (var entry in backup.Manifest.Entries)
                backup.Copy(entry, Stream.Null);
            return true;
        }, null, file);
        return backup.Manifest;
    }

    /// <summary>Writes all that is inside into an empty folder, but for the key.</summary>
    /// <exception cref="BackupFaultException">Something in it is not what the manifest says.</exception>
    public void ExtractTo(string folder)
    {
        var needed = Manifest.Entries.Sum(entry => entry.Bytes);
        if (new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace is var free && free < needed)
            throw new BackupFaultException($"磁盘空间不够：恢复需要 {needed / 1_000_000} MB，只剩 {free / 1_000_000} MB。请腾出空间，或换一个数据文件夹。");
        Guarded(() =>
        {
            foreach (var entry in Manifest.Entries.Where(entry => entry.Name != BackupManifest.KeyName))
            {
                var path = Path.Combine(folder, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                Copy(entry, to);
                to.Flush(flushToDisk: true);
            }
            return true;
        }, null, "备份");
    }

    /// <summary>The master key, where the backup holds it.</summary>
    public MasterKey? Key() => Manifest.Entries.FirstOrDefault(entry => entry.Name == BackupManifest.KeyName) is not { } entry ? null : Guarded(() =>
    {
        using var text = new MemoryStream();
        Copy(entry, text);
        var key = MasterKey.FromText(System.Text.Encoding.ASCII.GetString(text.ToArray()));
        return key.Print == Manifest.MasterKey ? key : throw new InvalidDataException();
    }, null, "备份");

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }

    private static FileStream Opened(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupFaultException($"打不开备份文件 {file}。请核对路径和权限。");
        }
    }

    private static BackupManifest ManifestOf(ZipArchive zip, long fileBytes)
    {
        if (zip.Entries.Count > MostEntries || zip.GetEntry(BackupManifest.Name) is not { Length: < LongestManifest } entry)
            throw new InvalidDataException();
        BackupManifest manifest;
        using (var text = entry.Open())
            manifest = BackupManifest.Read(text) ?? throw new InvalidDataException();
        if (manifest.Entries.Any(entry => entry is null))
            throw new InvalidDataException();
        var (books, access) = Database.Schemas;
        if (manifest.Format > BackupManifest.PresentFormat || manifest.BooksSchema > books || manifest.AccessSchema > access)
            throw new BackupFaultException($"这个备份由更新的版本写成（{manifest.Program}）。请先升级本程序，再恢复。");
        Demand(zip, manifest, fileBytes);
        return manifest;
    }

    /// <summary>The zip holds just what the manifest lists, under names that lead nowhere else, of lengths that can be.</summary>
    private static void Demand(ZipArchive zip, BackupManifest manifest, long fileBytes)
    {
        // Two names that differ by case alone are one file on some disks.
        var present = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName != BackupManifest.Name))
        {
            if (!present.TryAdd(entry.FullName, entry))
                throw new BackupFaultException($"备份里有两个“{entry.FullName}”，不是本程序写的。没有恢复任何内容。");
        }
        foreach (var entry in manifest.Entries)
        {
            if (!BackupManifest.MayHold(entry.Name))
                throw new BackupFaultException($"备份里有不该有的文件名“{entry.Name}”，不是本程序写的。没有恢复任何内容。");
            if (!present.Remove(entry.Name, out var there) || there.FullName != entry.Name || there.Length != entry.Bytes)
                throw new BackupFaultException($"备份里的 {entry.Name} 与清单不符：文件已损坏，或被改动过。请换另一份备份。");
        }
        if (present.Count > 0)
            throw new BackupFaultException($"备份里有清单上没有的“{present.Keys.First()}”，不是本程序写的。没有恢复任何内容。");
        if (!manifest.Entries.Any(entry => entry.Name == Database.BooksFile) || !manifest.Entries.Any(entry => entry.Name == Database.AccessFile))
            throw new InvalidDataException();
        if (manifest.Entries.Sum(entry => entry.Bytes) / MostInflation > fileBytes)
            throw new BackupFaultException("备份展开后大得不合常理，不像本程序写的。没有恢复任何内容。");
    }

    private void Copy(BackupEntry entry, Stream to)
    {
        using var from = zip.GetEntry(entry.Name)!.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if ((bytes += read) > entry.Bytes)
                break;
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        if (bytes != entry.Bytes || Convert.ToHexStringLower(hash.GetHashAndReset()) != entry.Sha256)
            throw new BackupFaultException($"备份里的 {entry.Name} 与清单的校验值不符：文件已损坏，或被改动过。请换另一份备份。");
    }

    /// <summary>A damaged file fails in many ways; each is told in the same words.</summary>
    private static T Guarded<T>(Func<T> read, Stream? toClose, string file)
    {
        try
        {
            return read();
        }
        catch (Exception fault)
        {
            toClose?.Dispose();
            if (Told(fault, file) is { } told)
                throw told;
            throw;
        }
    }

    private static BackupFaultException? Told(Exception fault, string file) => fault switch
    {
        PassphraseWrongException => new BackupFaultException("备份口令不对，没有恢复任何内容。请核对口令；忘了口令的备份谁也打不开。"),
        InvalidDataException or SealBrokenException or JsonException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException =>
            new BackupFaultException($"{file} 不是本程序的备份，或已经损坏、不完整。没有恢复任何内容，请换另一份备份。"),
        _ => null,
    };
}
