using System.Security.Cryptography;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>
/// The files of a data folder, each named by the SHA-256 of its content (evidence/ab/cdef…) and sealed. A file is in its place, whole and on the disk, before
/// the books tell of it: a killed process may leave a file that nothing refers to, never a reference without a file.
/// </summary>
public sealed class EvidenceStore(Database database)
{
    private const string Unfinished = ".part";

    private string Folder { get; } = Path.Combine(database.Folder, "evidence");

    /// <summary>Stores a content; one that is there already is left as it is, one that was damaged is mended.</summary>
    /// <returns>Its SHA-256, in lower-case hexadecimal.</returns>
    public string Put(byte[] content)
    {
        var address = Convert.ToHexStringLower(SHA256.HashData(content));
        if (Fault(address) is not null)
            Write(address, content);
        return address;
    }

    /// <exception cref="EvidenceRefusedException">The file is missing, or no longer what it was.</exception>
    public byte[] Get(string address) => Read(address) is var (content, fault) && fault is null ? content! : throw new EvidenceRefusedException(fault!);

    /// <summary>What is wrong with a file, in Chinese; null where it is whole and says what its name says.</summary>
    public string? Fault(string address) => Read(address).Fault;

    /// <summary>The addresses of all files, and of what lies among them that has none.</summary>
    public IEnumerable<string> All() => !Directory.Exists(Folder) ? []
        : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(Unfinished, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar.ToString(), "", StringComparison.Ordinal));

    /// <summary>Seals with the newest key what an older one sealed, file by file; each is at any moment whole under one of them.</summary>
    /// <returns>How many files were sealed anew.</returns>
    public int Reseal()
    {
        var sealedAnew = 0;
        foreach (var address in All().Where(IsAddress).ToList())
        {
            if (KeyOf(address) == database.Vault.NewestKey || Read(address).Content is not { } content)
                continue;
            Write(address, content);
            sealedAnew++;
        }
        return sealedAnew;
    }

    /// <summary>Whether there is such a file, be it whole or not.</summary>
    internal bool Holds(string address) => IsAddress(address) && File.Exists(PathOf(address));

    /// <summary>Destroys a content, when a person's data is erased. Only under the write lock: otherwise somebody may tie it to a record just now.</summary>
    internal void Destroy(string address) => File.Delete(PathOf(address));

    internal static bool IsAddress(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    private (byte[]? Content, string? Fault) Read(string address)
    {
        if (!IsAddress(address) || !File.Exists(PathOf(address)))
            return (null, "文件不见了");
        try
        {
            var content = database.Vault.Open(File.ReadAllBytes(PathOf(address)), Convert.FromHexString(address));
            return Convert.ToHexStringLower(SHA256.HashData(content)) == address ? (content, null) : (null, "文件内容被换过");
        }
        catch (SealBrokenException)
        {
            return (null, "文件被改动过，或不是用本系统的密钥封存的");
        }
    }

    private void Write(string address, byte[] content)
    {
        var path = PathOf(address);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                file.Write(database.Vault.Seal(content, Convert.FromHexString(address)));
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private int KeyOf(string address)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(PathOf(address));
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length ? Vault.KeyOf(start) : database.Vault.NewestKey;
    }

    private string PathOf(string address) => Path.Combine(Folder, address[..2], address[2..]);
}
