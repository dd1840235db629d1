using System.Buffers.Binary;
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

/// <summary>What is asked of a compound file beside the library that reads its workbook.</summary>
internal static class CompoundFile
{
    private const int ChunkBytes = 1 << 20;

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Name, CompoundContent Content)[] Streams =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage\0"), CompoundContent.EncryptedPackage),
        (Encoding.Unicode.GetBytes("WordDocument\0"), CompoundContent.Document),
        (Encoding.Unicode.GetBytes("PowerPoint Document\0"), CompoundContent.Presentation),
        (Encoding.Unicode.GetBytes("__properties_version1.0\0"), CompoundContent.Message),
    ];

    /// <summary>
    /// Whether its sectors have a size that can be: 512 or 4096 bytes, mini sectors of 64 (MS-CFB 2.2). The library believes any and reserves gigabytes for it. A
    /// file that is no compound file has none.
    /// </summary>
    public static bool HasPossibleSectors(Stream file)
    {
        var header = new byte[34];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Signature))
            return true;
        var (shift, miniShift) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32)));
        return shift is 9 or 12 && miniShift == 6;
    }

    /// <summary>
    /// What it holds when it holds no workbook. Only asked after reading failed, so looking for a stream's name anywhere in the file cannot turn a good workbook away.
    /// </summary>
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
