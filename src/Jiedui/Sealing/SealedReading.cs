namespace Jiedui.Sealing;

/// <summary>
/// Opens what <see cref="SealedWriting"/> sealed, at any place, one chunk at a time: nothing that is inside needs to be written down in clear to be read.
/// </summary>
public sealed class SealedReading : Stream
{
    private const int BoxBytes = SealedHeader.ChunkBytes + AuthenticatedCipher.TagBytes;

    private readonly Stream from;
    private readonly SealedHeader header;
    private readonly AuthenticatedCipher cipher;
    private readonly byte[] box = new byte[BoxBytes];
    private readonly byte[] plain = new byte[SealedHeader.ChunkBytes];
    private readonly long chunks;
    private long opened = -1;

    /// <param name="from">The sealed file, from its beginning; it can be searched.</param>
    /// <exception cref="SealBrokenException">It is no sealed file.</exception>
    /// <exception cref="PassphraseWrongException">Another passphrase.</exception>
    public SealedReading(Stream from, string passphrase)
    {
        this.from = from;
        header = SealedHeader.Read(from);
        var body = from.Length - SealedHeader.Bytes;
        chunks = (body + BoxBytes - 1) / BoxBytes;
        Length = body - chunks * AuthenticatedCipher.TagBytes;
        if (chunks is 0 or > uint.MaxValue || Length < (chunks - 1) * SealedHeader.ChunkBytes)
            throw new SealBrokenException();
        cipher = header.Open(passphrase);
        // The last chunk says that it is the last: a file whose end was cut off is known at once.
        Open(chunks - 1);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <summary>Whether a file begins as a sealed one does.</summary>
    public static bool IsSealed(Stream file)
    {
        Span<byte> start = stackalloc byte[SealedHeader.Magic.Length];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == start.Length && start[..6].SequenceEqual(SealedHeader.Magic[..6]);
    }

    /// <exception cref="SealBrokenException">This part of the file was changed, or its end is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (Position < 0 || Position >= Length || buffer.IsEmpty)
            return 0;
        var (chunk, at) = Math.DivRem(Position, SealedHeader.ChunkBytes);
        var length = Open(chunk);
        var part = Math.Min(buffer.Length, length - (int)at);
        plain.AsSpan((int)at, part).CopyTo(buffer);
        Position += part;
        return part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            Array.Clear(plain);
        }
        base.Dispose(disposing);
    }

    private int Open(long chunk)
    {
        var isLast = chunk == chunks - 1;
        var length = isLast ? (int)(Length - chunk * SealedHeader.ChunkBytes) : SealedHeader.ChunkBytes;
        if (opened == chunk)
            return length;
        opened = -1;
        from.Position = SealedHeader.Bytes + chunk * BoxBytes;
        var sealedBytes = box.AsSpan(0, length + AuthenticatedCipher.TagBytes);
        if (from.ReadAtLeast(sealedBytes, sealedBytes.Length, throwOnEndOfStream: false) < sealedBytes.Length)
            throw new SealBrokenException();
        Span<byte> nonce = stackalloc byte[AuthenticatedCipher.NonceBytes];
        header.NonceOf((uint)chunk, isLast, nonce);
        cipher.OpenUnder(nonce, sealedBytes, header.All, plain.AsSpan(0, length));
        opened = chunk;
        return length;
    }
}
