using System.IO.Compression;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>Opens a workbook's package, does something to one of its parts, and closes it again: the zip is whole, what it holds is not.</summary>
internal static class PartCuts
{
    public static byte[] Apply(byte[] package, Cut cut)
    {
        var parts = Read(package);
        if (parts.Count == 0)
            return package;
        var at = cut.At(parts.Count);
        var (name, bytes) = parts[at];
        switch (cut.Kind / 7 % 8)
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Add((name, parts[cut.What % parts.Count].Bytes));
                break;
            case 2:
                parts[at] = (cut.Of(["../" + name, name.ToUpperInvariant(), name + "/", "xl\\" + name, "[Content_Types].xml", name.Replace("xml", "bin", StringComparison.Ordinal)]), bytes);
                break;
            case 3:
                parts[at] = (name, parts[cut.What % parts.Count].Bytes);
                break;
            case 4:
                parts[at] = (name, ByteCuts.Apply(bytes, cut with { Kind = cut.What }));
                break;
            default:
                parts[at] = (name, XmlCuts.Apply(bytes, cut with { Kind = cut.What, Where = cut.HowMuch }));
                break;
        }
        return Write(parts);
    }

    private static List<(string Name, byte[] Bytes)> Read(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package));
            return [.. zip.Entries.Select(entry => (entry.FullName, Bytes(entry)))];
        }
        catch (InvalidDataException)
        {
            // What an earlier cut broke is mutated as bytes only.
            return [];
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Write(IReadOnlyList<(string Name, byte[] Bytes)> parts)
    {
        var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }
        return package.ToArray();
    }
}
