using System.IO.Compression;
using System.Text;

namespace Jiedui.Flow.Evidence;

/// <summary>Tells what a file is by its content, and refuses what is not evidence.</summary>
internal static class ContentType
{
    private const string Kinds = "支持 JPEG、PNG、WebP 图片，PDF、OFD，以及 Word、Excel、PowerPoint 文档。";

    /// <summary>More parts than any office document has.</summary>
    private const int MostParts = 20_000;

    private static readonly (byte[] Start, string Advice)[] Refused =
    [
        ("MZ"u8.ToArray(), "这是程序文件，不能作为佐证。"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "这是程序文件，不能作为佐证。"),
        ("#!"u8.ToArray(), "这是脚本文件，不能作为佐证。"),
        ("GIF8"u8.ToArray(), "不支持 GIF。请另存为 JPEG 或 PNG 后再传。"),
        ("BM"u8.ToArray(), "不支持 BMP。请另存为 JPEG 或 PNG 后再传。"),
        ("II*\0"u8.ToArray(), "不支持 TIFF。请另存为 PDF 或 JPEG 后再传。"),
        ("MM\0*"u8.ToArray(), "不支持 TIFF。请另存为 PDF 或 JPEG 后再传。"),
        ("Rar!"u8.ToArray(), "这是压缩包。请解压后把里面的文件逐个上传。"),
        ("7z\u00BC"u8.ToArray(), "这是压缩包。请解压后把里面的文件逐个上传。"),
        ([0x1F, 0x8B], "这是压缩包。请解压后把里面的文件逐个上传。"),
    ];

    /// <exception cref="EvidenceRefusedException">It is none of the types that are taken.</exception>
    public static EvidenceType Of(byte[] content)
    {
        var start = content.AsSpan();
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return EvidenceType.Jpeg;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return EvidenceType.Png;
        if (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8))
            return EvidenceType.Webp;
        if (start.StartsWith("%PDF-"u8))
            return EvidenceType.Pdf;
        if (start.StartsWith("PK\u0003\u0004"u8))
            return OfPackage(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return OfCompound(start);
        throw new EvidenceRefusedException(Advice(start));
    }

    private static string Advice(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return "文件是空的。请核对后再传。";
        if (content.Length > 12 && content[4..].StartsWith("ftyp"u8))
        {
            return content[8..12].IsOneOf("heic"u8, "heix"u8, "mif1"u8) || content[8..12].IsOneOf("hevc"u8, "msf1"u8, "avif"u8)
                ? "这是 HEIC 照片，多数电脑打不开。请在手机上设为“兼容性最佳”（设置→相机→格式），或转成 JPEG 后再传。"
                : "不支持视频。请截取关键画面，存成图片后再传。";
        }
        if (IsMarkup(content))
            return "这是网页或矢量图（HTML、SVG、XML），里面可能带有脚本，不能作为佐证。请打印成 PDF 或截图后再传。";
        foreach (var (bytes, advice) in Refused)
        {
            if (content.StartsWith(bytes))
                return advice + Kinds;
        }
        return "认不出这是什么文件。" + Kinds;
    }

    /// <summary>Whether a browser would read it as markup, whatever blanks and marks stand before.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> content)
    {
        var text = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        return text.StartsWith('<');
    }

    private static bool IsOneOf(this ReadOnlySpan<byte> four, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, ReadOnlySpan<byte> third) =>
        four.SequenceEqual(one) || four.SequenceEqual(other) || four.SequenceEqual(third);

    /// <summary>Office documents and OFD are .zip packages: told apart by the parts that they list. Nothing is unpacked.</summary>
    private static EvidenceType OfPackage(byte[] content)
    {
        HashSet<string> parts;
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false));
            parts = package.Entries.Count <= MostParts ? [.. package.Entries.Select(part => part.FullName)] : [];
        }
        catch (InvalidDataException)
        {
            throw new EvidenceRefusedException("文件已损坏，打不开。请重新保存后再传。");
        }
        if (parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new EvidenceRefusedException("文档里有宏，可能夹带程序。请另存为不带宏的文档或 PDF 后再传。");
        return (parts.Contains("word/document.xml"), parts.Contains("xl/workbook.xml"), parts.Contains("ppt/presentation.xml"), parts.Contains("OFD.xml")) switch
        {
            (true, _, _, _) => EvidenceType.Docx,
            (_, true, _, _) => EvidenceType.Xlsx,
            (_, _, true, _) => EvidenceType.Pptx,
            (_, _, _, true) => EvidenceType.Ofd,
            _ => throw new EvidenceRefusedException("这是压缩包。请解压后把里面的文件逐个上传。"),
        };
    }

    /// <summary>Old office documents, those of WPS too: told apart by the streams that they hold. Installers are of the same container.</summary>
    private static EvidenceType OfCompound(ReadOnlySpan<byte> content)
    {
        if (Holds(content, "_VBA_PROJECT"))
            throw new EvidenceRefusedException("文档里有宏，可能夹带程序。请另存为不带宏的文档或 PDF 后再传。");
        return Holds(content, "WordDocument") ? EvidenceType.Doc
            : Holds(content, "Workbook") || Holds(content, "Book\0") ? EvidenceType.Xls
            : Holds(content, "PowerPoint Document") ? EvidenceType.Ppt
            : throw new EvidenceRefusedException("认不出这是什么文件。" + Kinds);
    }

    private static bool Holds(ReadOnlySpan<byte> content, string stream) => content.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
