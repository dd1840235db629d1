using System.Text;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Jiedui.App.Gate.Forms;

/// <summary>Reads a form of several parts once, when it is first asked for: its fields into memory, its files into scratch files that go when the request ends.</summary>
internal sealed class SealedForm(HttpRequest request, FormOptions limits, Suite suite) : IFormFeature
{
    private Task<IFormCollection>? reading;

    public bool HasFormContentType => true;

    public IFormCollection? Form { get; set; }

    public IFormCollection ReadForm() => ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Form is { } known ? Task.FromResult(known) : reading ??= Read(cancellationToken);

    private async Task<IFormCollection> Read(CancellationToken cancel)
    {
        if (request.ContentLength == 0)
            return Form = FormCollection.Empty;
        var reader = new MultipartReader(Boundary(), request.Body)
        {
            HeadersCountLimit = limits.MultipartHeadersCountLimit,
            HeadersLengthLimit = limits.MultipartHeadersLengthLimit,
            BodyLengthLimit = limits.MultipartBodyLengthLimit,
        };
        var fields = new KeyValueAccumulator();
        var files = new FormFileCollection();
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (fields.ValueCount + files.Count >= limits.ValueCountLimit)
                throw new InvalidDataException($"The form has more than {limits.ValueCountLimit} parts.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                throw new InvalidDataException("A part of the form says not what it is.");
            if (disposition.IsFileDisposition())
                files.Add(await File(new FileMultipartSection(section, disposition), cancel));
            else if (disposition.IsFormDisposition())
                fields.Append(NameOf(new FormMultipartSection(section, disposition).Name), await Value(section, cancel));
        }
        return Form = new FormCollection(fields.GetResults(), files);
    }

    private string Boundary()
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        return boundary.Length > 0 && boundary.Length <= limits.MultipartBoundaryLengthLimit ? boundary : throw new InvalidDataException("The form has no boundary, or one that is too long.");
    }

    private async Task<IFormFile> File(FileMultipartSection section, CancellationToken cancel)
    {
        var content = new ScratchFile(suite);
        request.HttpContext.Response.RegisterForDispose(content);
        await using (var to = content.Open())
            await section.Section.Body.CopyToAsync(to, cancel);
        return new SealedUpload(NameOf(section.Name), section.FileName, section.Section.Headers, content);
    }

    private async Task<string> Value(MultipartSection section, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var part = new byte[4 << 10];
        while (await section.Body.ReadAsync(part, cancel) is > 0 and var count)
        {
            if (bytes.Length + count > limits.ValueLengthLimit)
                throw new InvalidDataException($"A field of the form is longer than {limits.ValueLengthLimit} bytes.");
            bytes.Write(part, 0, count);
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private string NameOf(string name) => name.Length <= limits.KeyLengthLimit ? name : throw new InvalidDataException("A field of the form has too long a name.");
}
