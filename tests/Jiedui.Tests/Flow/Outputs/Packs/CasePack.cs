using System.IO.Compression;
using System.Text;
using Jiedui.Access;
using Jiedui.App.Reporting;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Outputs.Packs;

/// <summary>The case's evidence pack, made once, and changed as a test needs it.</summary>
internal static class CasePack
{
    public static byte[] Of(ImportedCase @case, Func<FigureQuery, FigureQuery>? ask = null) => Of(@case.Office, ask);

    public static byte[] Of(Installation office, Func<FigureQuery, FigureQuery>? ask = null)
    {
        using var connection = office.Database.Connect();
        var partnership = Partnerships.All(connection)[0];
        var query = new FigureQuery(partnership.Id, partnership.Life(new DateOnly(2026, 1, 1)));
        using var zip = new MemoryStream();
        Packer.Write(office.Database, connection, Article.Catalogue, partnership, ask?.Invoke(query) ?? query, Actor.Owner("测试"), zip);
        return zip.ToArray();
    }

    public static PackCheckResult Check(byte[] pack)
    {
        using var folder = new TempFolder();
        return PackCheck.Run(folder.Write("pack.zip", pack), Article.Catalogue);
    }

    public static Dictionary<string, byte[]> PartsOf(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using (var part = entry.Open())
                part.CopyTo(content);
            return content.ToArray();
        });
    }

    public static byte[] Zip(IReadOnlyDictionary<string, byte[]> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Changes a text in a part, and every hash that tells of it: what a forger who knows the format would do.</summary>
    public static byte[] Forge(byte[] pack, string part, Func<string, string> change)
    {
        var parts = PartsOf(pack);
        var before = Encoding.UTF8.GetString(parts[part]);
        var after = change(before);
        Assert.NotEqual(before, after);
        Replace(parts, part, Encoding.UTF8.GetBytes(after));
        return Zip(parts);
    }

    public static void Replace(Dictionary<string, byte[]> parts, string part, byte[] content)
    {
        var manifest = Encoding.UTF8.GetString(parts["manifest.json"]);
        // A file of evidence bears its hash in its name, which stays.
        var at = manifest.IndexOf($"\"{part}\"", StringComparison.Ordinal) + part.Length + 2;
        manifest = manifest[..at] + Replaced(
            Replaced(manifest[at..], HashOf(parts[part]), HashOf(content)), $"\"bytes\": {parts[part].Length},", $"\"bytes\": {content.Length},");
        parts[part] = content;
        parts["manifest.json"] = Encoding.UTF8.GetBytes(manifest);
        parts["manifest.digest"] = Encoding.ASCII.GetBytes(HashOf(parts["manifest.json"]));
    }

    private static string Replaced(string text, string first, string by)
    {
        var at = text.IndexOf(first, StringComparison.Ordinal);
        return text[..at] + by + text[(at + first.Length)..];
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}
