using Jiedui.Sealing;

namespace Jiedui.App.Api;

/// <summary>A download that is written to a sealed file first: one that breaks off while being made is an error, not half a workbook.</summary>
internal static class WrittenFile
{
    public static IResult Of(Suite suite, Action<Stream> write, string type, string? name)
    {
        var stream = ScratchFile.OpenAlone(suite);
        try
        {
            write(stream);
            stream.Position = 0;
            return Results.File(stream, type, name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
