using SkiaSharp;

namespace Jiedui.Flow.Evidence.Pictures;

/// <summary>
/// A picture to look at, made anew from the file's pixels: upright, no larger than asked, and without anything else that the file held (place, device, hidden
/// archives). The only room with native code.
/// </summary>
public static class Picture
{
    /// <summary>What a picture may have at most: beyond it, decoding costs more memory than any photo of a voucher is worth.</summary>
    public const long MostPixels = 100_000_000;

    private const int Quality = 85;

    // Each decoding may take hundreds of megabytes: many at once would end the program.
    private static readonly SemaphoreSlim Decoding = new(2);

    /// <summary>Reads the header only, and refuses what cannot or must not be decoded.</summary>
    /// <exception cref="PictureRefusedException">No picture, or too many pixels.</exception>
    public static void Demand(byte[] file)
    {
        using var codec = Open(file);
    }

    /// <summary>The picture as JPEG, its longer side at most so many pixels.</summary>
    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public static byte[] Shown(byte[] file, int longest)
    {
        Decoding.Wait();
        try
        {
            using var codec = Open(file);
            using var decoded = Decode(codec, longest);
            return Encode(decoded, codec.EncodedOrigin, longest);
        }
        finally
        {
            Decoding.Release();
        }
    }

    private static SKCodec Open(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        var codec = SKCodec.Create(data) ?? throw new PictureRefusedException("图片已损坏，打不开。请重新拍照或扫描后再传。");
        if ((long)codec.Info.Width * codec.Info.Height <= MostPixels)
            return codec;
        codec.Dispose();
        throw new PictureRefusedException("图片超过一亿像素。请缩小后再传。");
    }

    /// <summary>Decoded at a size not far above the one that is wanted, where the format can: a photo of 12 megapixels for a thumbnail need not be unfolded.</summary>
    private static SKBitmap Decode(SKCodec codec, int longest)
    {
        var size = SizeFor(codec, longest);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        // A photo whose end was lost on the way is still worth looking at.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        throw new PictureRefusedException("图片已损坏，显示不了。可以下载原件查看。");
    }

    /// <summary>The smallest of the sizes that the format offers that is not below the wanted one.</summary>
    private static SKSizeI SizeFor(SKCodec codec, int longest)
    {
        for (var scale = (float)longest / Math.Max(codec.Info.Width, codec.Info.Height); scale < 1; scale *= 1.25f)
        {
            var size = codec.GetScaledDimensions(scale);
            if (Math.Max(size.Width, size.Height) >= longest)
                return size;
        }
        return codec.Info.Size;
    }

    private static byte[] Encode(SKBitmap decoded, SKEncodedOrigin origin, int longest)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Min(1f, (float)longest / Math.Max(width, height));
        using var surface = SKSurface.Create(new SKImageInfo(
            Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        surface.Canvas.Concat(Upright(origin, decoded.Width, decoded.Height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var shown = surface.Snapshot();
        using var encoded = shown.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    /// <summary>From how the pixels lie in the file to how the photographer saw them (EXIF orientation 1 to 8).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
