using System.Text;

namespace Jiedui.Flow.Intake.Workbooks.Xls;

internal enum CompoundContent
{
    Unknown,
    EncryptedPackage,
    Document,
    Presentation,
    Message,
}

/// <summary>
/// What a compound file holds when it holds no workbook. Only asked after reading failed, so looking for a stream's name anywhere in the file cannot turn a good
/// workbook away.
/// </summary>
internal static class CompoundFile
{
    private const int ChunkBytes = 1 << 20;

    private static readonly (byte[] Name, CompoundContent Content)[] Streams =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage\0"), CompoundContent.EncryptedPackage),
        (Encoding.Unicode.GetBytes("WordDocument\0"), CompoundContent.Document),
        (Encoding.Unicode.GetBytes("PowerPoint Document\0"), CompoundContent.Presentation),
        (Encoding.Unicode.GetBytes("__properties_version1.0\0"), CompoundContent.Message),
    ];

    public static CompoundContent Holds(Stream file)
    {
        const int Overlap = 64;
        var chunk = new byte[ChunkBytes];
        var kept = 0;
        file.Position = 0;
        while (file.Read(chunk, kept, chunk.Length - kept) is > 0 and var count)
        {
            var seen = chunk.AsSpan(0, kept + count);
            foreach (var (name, content) in Streams)
            {
                if (seen.IndexOf(name) >= 0)
                    return content;
            }
            kept = Math.Min(Overlap, seen.Length);
            seen[^kept..].CopyTo(chunk);
        }
        return CompoundContent.Unknown;
    }
}
