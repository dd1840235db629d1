namespace Jiedui.App.Api;

/// <summary>A download that is written to a file first: one that breaks off while being made is an error, not half a workbook.</summary>
internal static class WrittenFile
{
    public static IResult Of(Action<Stream> write, string type, string? name)
    {
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
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
