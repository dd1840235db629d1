namespace Jiedui.Sealing;

/// <summary>
/// Seals what is written to it under a passphrase, chunk by chunk (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár): of any length, in the memory
/// of one chunk. It is whole only once <see cref="Finish"/> was called: a file that broke off before does not open to its end.
/// </summary>
public sealed class SealedWriting : Stream
{
    private readonly Stream to;
    private readonly SealedHeader header;
    private readonly AuthenticatedCipher cipher;
    private readonly byte[] plain = new byte[SealedHeader.ChunkBytes];
    private readonly byte[] box = new byte[SealedHeader.ChunkBytes + AuthenticatedCipher.TagBytes];
    private int filled;
    private uint chunk;
    private long written;

    public SealedWriting(Stream to, Suite suite, string passphrase, PassphraseCost? cost = null)
    {
        this.to = to;
        (header, cipher) = SealedHeader.Begin(suite, passphrase, cost ?? PassphraseCost.Usual);
        to.Write(header.All);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position { get => written; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        written += buffer.Length;
        while (!buffer.IsEmpty)
        {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if (filled == plain.Length)
                Seal(isLast: false);
            var part = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..part].CopyTo(plain.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Seals the last chunk.</summary>
    public void Finish()
    {
        Seal(isLast: true);
        to.Flush();
    }

    /// <summary>Nothing: a chunk is written when it is full.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            Array.Clear(plain);
        }
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[AuthenticatedCipher.NonceBytes];
        header.NonceOf(chunk, isLast, nonce);
        var sealedBytes = box.AsSpan(0, filled + AuthenticatedCipher.TagBytes);
        cipher.SealUnder(nonce, plain.AsSpan(0, filled), header.All, sealedBytes);
        to.Write(sealedBytes);
        chunk = checked(chunk + 1);
        filled = 0;
    }
}
