using System.Text;
using Jiedui.Flow.Evidence.Pictures;
using Jiedui.Tests.Kit;
using SkiaSharp;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>What is shown of a picture: its pixels, upright, and nothing else.</summary>
public sealed class PictureTests
{
    [Fact]
    public void The_place_is_in_the_photo_and_not_in_what_is_shown_of_it()
    {
        var photo = Photo.Taken();
        Assert.True(Holds(photo, Photo.Place) && Holds(photo, "Exif"));
        var shown = Picture.Shown(photo, 1600);
        Assert.False(Holds(shown, Photo.Place));
        Assert.False(Holds(shown, "Exif"));
        Assert.Equal(SKEncodedImageFormat.Jpeg, Format(shown));
    }

    [Theory]
    [InlineData(1, 400, 200, 200, 30)]
    [InlineData(2, 400, 200, 200, 30)]
    [InlineData(3, 400, 200, 200, 170)]
    [InlineData(4, 400, 200, 200, 170)]
    [InlineData(5, 200, 400, 30, 200)]
    [InlineData(6, 200, 400, 170, 200)]
    [InlineData(7, 200, 400, 170, 200)]
    [InlineData(8, 200, 400, 30, 200)]
    public void It_is_turned_as_the_photographer_saw_it(int orientation, int width, int height, int redX, int redY)
    {
        using var shown = SKBitmap.Decode(Picture.Shown(Photo.Taken(orientation: (ushort)orientation), 1600));
        Assert.Equal((width, height), (shown.Width, shown.Height));
        Assert.True(shown.GetPixel(redX, redY) is { Red: > 200, Blue: < 60 });
        Assert.True(shown.GetPixel(width - 1 - redX, height - 1 - redY) is { Red: > 200, Blue: < 60 } or { Blue: > 200, Red: < 60 });
        var opposite = width > height ? shown.GetPixel(redX, height - 1 - redY) : shown.GetPixel(width - 1 - redX, redY);
        Assert.True(opposite is { Blue: > 200, Red: < 60 });
    }

    [Theory]
    [InlineData(3000, 1000, 1600, 1600, 533)]
    [InlineData(3000, 1000, 320, 320, 107)]
    [InlineData(100, 50, 320, 100, 50)]
    [InlineData(3000, 1, 320, 320, 1)]
    public void It_is_made_smaller_and_never_larger(int width, int height, int longest, int shownWidth, int shownHeight)
    {
        using var shown = SKBitmap.Decode(Picture.Shown(Photo.Taken(width, height), longest));
        Assert.Equal((shownWidth, shownHeight), (shown.Width, shown.Height));
    }

    [Fact]
    public void What_is_transparent_is_shown_on_white()
    {
        using var shown = SKBitmap.Decode(Picture.Shown(Photo.Png(40, 40, SKColors.Transparent), 320));
        Assert.True(shown.GetPixel(20, 20) is { Red: > 250, Green: > 250, Blue: > 250 });
    }

    [Fact]
    public void What_hangs_behind_the_picture_is_not_shown()
    {
        byte[] polyglot = [.. Photo.Taken(), .. "<script>alert(1)</script>"u8, .. EvidenceFiles.Package("evil.exe")];
        var shown = Picture.Shown(polyglot, 1600);
        Assert.False(Holds(shown, "<script>") || Holds(shown, "evil.exe"));
    }

    [Theory]
    [InlineData(40_000, 40_000)]
    [InlineData(20_000, 6_000)]
    public void A_picture_that_would_unfold_beyond_measure_is_refused_by_its_header(int width, int height)
    {
        var refused = Assert.Throws<PictureRefusedException>(() => Picture.Demand(Photo.Bomb(width, height)));
        Assert.Contains("一亿像素", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_whose_end_is_lost_is_still_shown_and_noise_is_not()
    {
        var photo = Photo.Taken(800, 800);
        using var shown = SKBitmap.Decode(Picture.Shown(photo[..(photo.Length * 2 / 3)], 320));
        Assert.Equal(320, shown.Width);
        Assert.Throws<PictureRefusedException>(() => Picture.Shown([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4], 320));
    }

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static SKEncodedImageFormat Format(byte[] content)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(content));
        return codec.EncodedFormat;
    }
}
