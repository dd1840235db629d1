using System.Buffers.Binary;

namespace Jiedui.Sealing;

/// <summary>Reads and writes a <see cref="ScratchFile"/> at any place; one chunk of it stands in clear in memory.</summary>
internal sealed class ScratchStream(ScratchFile file, bool ownsFile) : Stream
{
    private readonly AuthenticatedCipher cipher = file.Cipher();
    private readonly byte[] plain = new byte[ScratchFile.ChunkBytes];
    private readonly byte[] box = new byte[AuthenticatedCipher.BoxBytes(ScratchFile.ChunkBytes)];
    private long loaded = -1;
    private bool isChanged;
    private bool isClosed;

    public override bool CanRead => !isClosed;

    public override bool CanSeek => !isClosed;

    public override bool CanWrite => !isClosed;

    public override long Length => file.Length;

    public override long Position { get; set; }

    /// <exception cref="SealBrokenException">The file was changed by somebody else.</exception>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (Position < 0 || Position >= Length || buffer.IsEmpty)
            return 0;
        var (chunk, at) = Math.DivRem(Position, ScratchFile.ChunkBytes);
        Load(chunk);
        var part = (int)Math.Min(Math.Min(buffer.Length, ScratchFile.ChunkBytes - at), Length - Position);
        plain.AsSpan((int)at, part).CopyTo(buffer);
        Position += part;
        return part;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (Position < 0 || Position > Length)
            throw new NotSupportedException("A scratch file has no holes.");
        while (!buffer.IsEmpty)
        {
            var (chunk, at) = Math.DivRem(Position, ScratchFile.ChunkBytes);
            Load(chunk);
            var part = (int)Math.Min(buffer.Length, ScratchFile.ChunkBytes - at);
            buffer[..part].CopyTo(plain.AsSpan((int)at));
            isChanged = true;
            Position += part;
            file.Length = Math.Max(file.Length, Position);
            buffer = buffer[part..];
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
    };

    /// <summary>Cuts off what lies behind; nothing can be added so.</summary>
    public override void SetLength(long value)
    {
        if (value > Length)
            throw new NotSupportedException("A scratch file has no holes.");
        Store();
        loaded = -1;
        file.Length = value;
        file.Chunks = Math.Min(file.Chunks, (value + ScratchFile.ChunkBytes - 1) / ScratchFile.ChunkBytes);
        Position = Math.Min(Position, value);
    }

    public override void Flush() => Store();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            if (ownsFile)
                file.Dispose();
            else
                Store();
            isClosed = true;
            cipher.Dispose();
            Array.Clear(plain);
        }
        base.Dispose(disposing);
    }

    private void Load(long chunk)
    {
        if (loaded == chunk)
            return;
        Store();
        loaded = -1;
        if (chunk < file.Chunks)
        {
            file.Read(chunk, box);
            cipher.Open(box, PlaceOf(chunk)).CopyTo(plain, 0);
        }
        else
        {
            Array.Clear(plain);
        }
        loaded = chunk;
    }

    private void Store()
    {
        if (!isChanged)
            return;
        cipher.Seal(plain, PlaceOf(loaded), box);
        file.Write(loaded, box);
        isChanged = false;
    }

    /// <summary>A chunk opens in its own place only.</summary>
    private static byte[] PlaceOf(long chunk)
    {
        var place = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, chunk);
        return place;
    }
}
