namespace Jiedui.App.Web.Importing;

/// <summary>Earlier versions kept uploads in the data folder in clear, for a day. What they left goes when the program starts.</summary>
internal static class FormerUploads
{
    public static void Wipe(string dataFolder, ILogger log)
    {
        var folder = Path.Combine(dataFolder, "uploads");
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{Folder} holds uploads in clear and could not be deleted: {Fault} Delete it by hand.", folder, fault.Message);
        }
    }
}
