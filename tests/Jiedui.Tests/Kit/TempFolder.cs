namespace Jiedui.Tests.Kit;

/// <summary>A folder that goes when the test ends.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jiedui-").FullName;

    public string Write(string file, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, file);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose()
    {
        TestServer.Forget(Path);
        Directory.Delete(Path, recursive: true);
    }
}
