namespace Jiedui.Flow.Importing;

/// <summary>A file to import: where it lies, and the name by which the user knows it.</summary>
public sealed record ImportFile(string Path, string Name)
{
    public static ImportFile At(string path) => new(path, System.IO.Path.GetFileName(path));
}
