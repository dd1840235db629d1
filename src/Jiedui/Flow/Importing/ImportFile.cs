namespace Jiedui.Flow.Importing;

/// <summary>A file to import: the name by which the user knows it, and how it is opened, which can be done any number of times.</summary>
public sealed record ImportFile(string Name, Func<Stream> Open)
{
    public static ImportFile At(string path) =>
        new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10));
}
