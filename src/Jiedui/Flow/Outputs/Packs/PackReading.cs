using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jiedui.Sealing;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>A pack opened for checking. It may come from anybody: nothing of it becomes a path, and nothing larger than it can be is read.</summary>
internal sealed class PackReading : IDisposable
{
    private const long LongestManifest = 64L << 20;
    private const int MostParts = 1_000_000;
    private const int MostInflation = 500;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = [];

    private PackReading(ZipArchive zip) => this.zip = zip;

    public PackManifest Manifest { get; private set; } = null!;

    public IEnumerable<string> Names => parts.Keys;

    public Suite Suite => Enum.Parse<Suite>(Manifest.Suite);

    /// <exception cref="PackFaultException">It is no pack, or too damaged to be read.</exception>
    public static PackReading Open(string file)
    {
        Stream stream;
        try
        {
            stream = File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PackFaultException($"打不开 {file}。请核对路径和权限。");
        }
        PackReading? pack = null;
        try
        {
            pack = new PackReading(new ZipArchive(stream, ZipArchiveMode.Read));
            pack.Load(stream.Length);
            return pack;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or ArgumentException or IOException or NotSupportedException or OverflowException)
        {
            pack?.Dispose();
            stream.Dispose();
            throw new PackFaultException($"{file} 不是本系统的证据包，或已经损坏、不完整，核验不了。请向制作单位重新索取。");
        }
        catch (PackFaultException)
        {
            pack?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    public bool Has(string name) => parts.ContainsKey(name);

    public Stream Read(string name) => parts.TryGetValue(name, out var part) ? part.Open() : throw new InvalidDataException($"缺少 {name}");

    public T ReadJson<T>(string name)
    {
        using var part = Read(name);
        return JsonSerializer.Deserialize<T>(part, PackParts.Json) ?? throw new JsonException();
    }

    /// <summary>The objects of an array, one after the other.</summary>
    public IEnumerable<T> ReadLines<T>(string name)
    {
        using var part = Read(name);
        foreach (var value in JsonSerializer.DeserializeAsyncEnumerable<T>(part, PackParts.Json).ToBlockingEnumerable())
            yield return value ?? throw new JsonException();
    }

    /// <summary>What the hash of a part is now.</summary>
    public string HashOf(string name, out long bytes)
    {
        using var digest = new RunningDigest(Suite);
        using var part = Read(name);
        var buffer = new byte[1 << 16];
        bytes = 0;
        for (int read; (read = part.Read(buffer)) > 0; bytes += read)
            digest.Append(buffer.AsSpan(0, read));
        return digest.Finish();
    }

    /// <summary>The hash of the manifest as the pack tells it.</summary>
    public string ToldHash()
    {
        using var part = new StreamReader(Read(PackParts.ManifestDigest), Encoding.Latin1);
        return part.ReadToEnd();
    }

    public void Dispose() => zip.Dispose();

    private void Load(long fileBytes)
    {
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(entry => entry.Length) / MostInflation > fileBytes)
            throw new InvalidDataException();
        foreach (var entry in zip.Entries)
        {
            if (!parts.TryAdd(entry.FullName, entry))
                throw new InvalidDataException();
        }
        if (!parts.TryGetValue(PackParts.Manifest, out var manifest) || manifest.Length > LongestManifest || !Has(PackParts.ManifestDigest))
            throw new InvalidDataException();
        using (var text = Read(PackParts.Manifest))
            Manifest = JsonSerializer.Deserialize<PackManifest>(text, Storage.Json.Manifest) ?? throw new InvalidDataException();
        if (Manifest.Format > PackManifest.PresentFormat)
            throw new PackFaultException($"这个证据包由更新的版本制作（{Manifest.Program}）。请先升级本程序，再核验。");
        if (!Enum.TryParse<Suite>(Manifest.Suite, out var suite) || !Enum.IsDefined(suite) || Manifest.Parts.Any(part => part is null))
            throw new InvalidDataException();
    }
}
