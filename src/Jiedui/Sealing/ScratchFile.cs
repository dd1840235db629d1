using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Jiedui.Sealing;

/// <summary>
/// What is too large for memory and must not lie on a disk in clear: an upload that waits, an export on its way out. It is sealed under a key that only this object
/// holds, and goes with it; where the program is killed, whatever stays behind opens for nobody.
/// </summary>
public sealed class ScratchFile : IDisposable
{
    internal const int ChunkBytes = 64 << 10;

    private readonly SafeFileHandle file;
    private readonly Suite suite;
    private readonly byte[] key;

    public ScratchFile(Suite suite)
    {
        this.suite = suite;
        key = RandomNumberGenerator.GetBytes(AuthenticatedCipher.KeyBytes(suite));
        var path = Path.Combine(Path.GetTempPath(), "jiedui-" + Path.GetRandomFileName());
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        // Elsewhere than on Windows an open file needs no name: so even a kill leaves nothing behind.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
    }

    public long Length { get; internal set; }

    /// <summary>How many chunks stand in the file; what lies behind them was never written.</summary>
    internal long Chunks { get; set; }

    /// <summary>A file that is gone as soon as its only stream is closed.</summary>
    public static Stream OpenAlone(Suite suite)
    {
        var file = new ScratchFile(suite);
        return file.OpenLast();
    }

    /// <summary>A stream over it from its beginning, with which it goes.</summary>
    public Stream OpenLast() => new ScratchStream(this, ownsFile: true);

    /// <summary>A stream over it from its beginning. Any number may read at once; who writes must be alone, and close before others read.</summary>
    public Stream Open() => new ScratchStream(this, ownsFile: false);

    public void Dispose()
    {
        file.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }

    internal AuthenticatedCipher Cipher() => AuthenticatedCipher.Of(suite, [.. key]);

    internal void Write(long chunk, ReadOnlySpan<byte> box)
    {
        RandomAccess.Write(file, box, chunk * box.Length);
        Chunks = Math.Max(Chunks, chunk + 1);
    }

    /// <exception cref="EndOfStreamException">Somebody cut the file.</exception>
    internal void Read(long chunk, Span<byte> box)
    {
        for (var read = 0; read < box.Length;)
        {
            var count = RandomAccess.Read(file, box[read..], chunk * box.Length + read);
            read += count > 0 ? count : throw new EndOfStreamException();
        }
    }
}
