using System.IO.Compression;
using System.Text;
using Jiedui.Flow.Evidence;

namespace Jiedui.Tests.Kit;

/// <summary>Files that people bring, in memory.</summary>
public static class EvidenceFiles
{
    public static EvidenceFile Of(string name, byte[] content) => new(name, content.Length, () => content);

    public static EvidenceFile Of(string name, string content) => Of(name, Encoding.UTF8.GetBytes(content));

    public static byte[] Pdf(string words = "发票") => Encoding.UTF8.GetBytes($"%PDF-1.7\n{words}\n%%EOF\n");

    public static byte[] Package(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
                package.CreateEntry(part).Open().Dispose();
        }
        return bytes.ToArray();
    }
}
