using Jiedui.Sealing;
using Microsoft.Extensions.Primitives;

namespace Jiedui.App.Gate.Forms;

/// <summary>A file of a form. Each stream of it is one of its own, so it can be opened again while it is being read.</summary>
internal sealed class SealedUpload(string name, string fileName, IDictionary<string, StringValues>? headers, ScratchFile content) : IFormFile
{
    public string ContentType => Headers.ContentType.ToString();

    public string ContentDisposition => Headers.ContentDisposition.ToString();

    public IHeaderDictionary Headers { get; } = new HeaderDictionary(new Dictionary<string, StringValues>(headers ?? new Dictionary<string, StringValues>(), StringComparer.OrdinalIgnoreCase));

    public long Length => content.Length;

    public string Name => name;

    public string FileName => fileName;

    public Stream OpenReadStream() => content.Open();

    public void CopyTo(Stream target)
    {
        using var from = content.Open();
        from.CopyTo(target);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var from = content.Open();
        await from.CopyToAsync(target, cancellationToken);
    }
}
