using System.IO.Compression;
using System.Text.Json;
using Jiedui.Sealing;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>The zip of a pack while it is written: each part's hash is reckoned as it passes.</summary>
internal sealed class PackZip(Stream to, Suite suite) : IDisposable
{
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<PackEntry> parts = [];

    public IReadOnlyList<PackEntry> Parts => parts;

    public string Add(string name, Action<Stream> write)
    {
        using var digest = new RunningDigest(suite);
        using var part = new HashedStream(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), digest);
        write(part);
        part.Flush();
        var entry = new PackEntry(name, part.Written, digest.Finish());
        parts.Add(entry);
        return entry.Hash;
    }

    /// <summary>One object, indented.</summary>
    public string AddJson<T>(string name, T value) => Add(name, part => JsonSerializer.Serialize(part, value, new JsonSerializerOptions(PackParts.Json) { WriteIndented = true }));

    /// <summary>An array, one object a line, in a stream.</summary>
    public void AddLines<T>(string name, IEnumerable<T> values) => Add(name, part =>
    {
        using var text = new StreamWriter(part, leaveOpen: true) { NewLine = "\n" };
        text.Write('[');
        var separator = "\n";
        foreach (var value in values)
        {
            text.Write(separator);
            text.Write(JsonSerializer.Serialize(value, PackParts.Json));
            separator = ",\n";
        }
        text.Write("\n]\n");
    });

    public void Dispose() => zip.Dispose();

    private sealed class HashedStream(Stream inner, RunningDigest digest) : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            digest.Append(buffer);
            inner.Write(buffer);
            Written += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
