using Jiedui.Flow.Evidence;
using Jiedui.Flow.Evidence.Pictures;
using Microsoft.Extensions.Caching.Memory;

namespace Jiedui.App.Web.Evidence;

/// <summary>The pictures that pages show, made on the fly; the latest are kept in memory, never on disk.</summary>
internal sealed class ShownPictures(EvidenceBook book) : IDisposable
{
    private const int Large = 1600;
    private const int Small = 320;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache pictures = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <exception cref="EvidenceRefusedException">The file is missing or was changed, or cannot be decoded.</exception>
    public byte[] Of(AttachedEvidence evidence, bool isSmall) => pictures.GetOrCreate((evidence.Sha256, isSmall), entry =>
    {
        var picture = Make(evidence, isSmall ? Small : Large);
        entry.SetSize(picture.Length).SetSlidingExpiration(TimeSpan.FromMinutes(30));
        return picture;
    })!;

    public void Dispose() => pictures.Dispose();

    private byte[] Make(AttachedEvidence evidence, int longest)
    {
        try
        {
            return Picture.Shown(book.Original(evidence), longest);
        }
        catch (PictureRefusedException fault)
        {
            throw new EvidenceRefusedException(fault.Message.TrimEnd('。'));
        }
    }
}
