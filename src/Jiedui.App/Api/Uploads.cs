using Jiedui.Flow.Evidence;

namespace Jiedui.App.Api;

/// <summary>A file of a form, as evidence: read only when it is its turn, so that one at a time is in memory.</summary>
public static class Uploads
{
    public static EvidenceFile Of(IFormFile upload) => new(upload.FileName, upload.Length, () =>
    {
        var content = new byte[upload.Length];
        using var from = upload.OpenReadStream();
        from.ReadExactly(content);
        return content;
    });
}
