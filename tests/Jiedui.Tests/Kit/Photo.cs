using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Jiedui.Tests.Kit;

/// <summary>Pictures as telephones take them, made in the test.</summary>
public static class Photo
{
    /// <summary>What a photo says of its place: to be found in the original, and nowhere else.</summary>
    public const string Place = "GPS-33.6957N-110.3319E-DANFENG";

    /// <summary>A JPEG, red above and blue below as its pixels lie, with an EXIF block that says how it is to be turned and where it was taken.</summary>
    public static byte[] Taken(int width = 400, int height = 200, ushort orientation = 1)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width, height / 2f, red);
        }
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var plain = encoded.ToArray();
        return [.. plain[..2], .. Exif(orientation), .. plain[2..]];
    }

    public static byte[] Png(int width, int height, SKColor colour)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(colour);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    /// <summary>A PNG of few bytes that says it has so many pixels.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = Png(1, 1, SKColors.White);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }

    /// <summary>An APP1 segment: orientation, a description that names the place, and a GPS directory.</summary>
    private static byte[] Exif(ushort orientation)
    {
        var words = Encoding.ASCII.GetBytes(Place + "\0");
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8);
        const int Described = 8 + 2 + 3 * 12 + 4;
        var gps = Described + words.Length + words.Length % 2;
        writer.Write((ushort)3);
        Entry(0x010E, 2, words.Length, Described);
        Entry(0x0112, 3, 1, orientation);
        Entry(0x8825, 4, 1, gps);
        writer.Write(0);
        writer.Write(words);
        writer.Write(new byte[words.Length % 2]);
        writer.Write((ushort)2);
        Entry(0x0001, 2, 2, 'N');
        Entry(0x0002, 5, 3, gps + 2 + 2 * 12 + 4);
        writer.Write(0);
        foreach (var part in (int[])[33, 1, 41, 1, 4452, 100])
            writer.Write(part);
        byte[] body = [.. "Exif\0\0"u8, .. tiff.ToArray()];
        return [0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

        void Entry(ushort tag, ushort type, int count, int value)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
    }
}
