using System.Globalization;
using System.IO.Compression;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>The zip around an .xlsx: its parts by name, never by a path of the disk, each inflated under watch.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive zip;

    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private readonly long fileLength;

    private readonly Dictionary<string, long> inflated = new(StringComparer.OrdinalIgnoreCase);

    private long inflatedInAll;

    private XlsxPackage(ZipArchive zip, string fileName, long fileLength)
    {
        this.zip = zip;
        this.fileLength = fileLength;
        FileName = fileName;
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public string FileName { get; }

    public static XlsxPackage Open(Stream file, string fileName)
    {
        if (CentralDirectory.SizeIn(file) is not { } directorySize)
            throw Refusal.Truncated(fileName);
        if (directorySize > Limits.PackageDirectoryBytes)
            throw Refusal.Bomb(fileName, "压缩包内文件过多");
        try
        {
            file.Position = 0;
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (zip.Entries.Count > Limits.PackageEntries)
                throw Refusal.Bomb(fileName, string.Create(CultureInfo.InvariantCulture, $"压缩包内有 {zip.Entries.Count} 个文件"));
            return new XlsxPackage(zip, fileName, file.Length);
        }
        catch (InvalidDataException broken)
        {
            throw Refusal.Truncated(fileName, broken);
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    public bool HasAnyUnder(string folder) => parts.Keys.Any(part => part.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a part; null where the package has none of that name.</summary>
    public InflatingStream? Find(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
            return null;
        if (entry.IsEncrypted)
            throw Refusal.Encrypted(FileName);
        try
        {
            return new InflatingStream(this, part, entry.Open(), entry.Length, Math.Min(entry.CompressedLength, fileLength));
        }
        catch (InvalidDataException broken)
        {
            throw Refusal.Damaged(FileName, $"部件“{part}”解不开", broken);
        }
    }

    /// <summary>Told while a part inflates: a header may lie about the size, the bytes that come out do not.</summary>
    public void Watch(string part, long soFar, long packed)
    {
        if (soFar > Limits.UnsuspiciousBytes && soFar / Math.Max(1, packed) > Limits.InflationRatio)
            throw Refusal.Bomb(FileName, string.Create(CultureInfo.InvariantCulture, $"部件“{part}”解压后超过原来的 {Limits.InflationRatio} 倍"));
        // A part that is read twice counts once.
        var before = inflated.GetValueOrDefault(part);
        if (soFar <= before)
            return;
        inflated[part] = soFar;
        inflatedInAll += soFar - before;
        if (inflatedInAll > Limits.InflatedBytes)
            throw Refusal.Bomb(FileName, "解压后超过 4 GB");
    }

    public void Dispose() => zip.Dispose();
}
