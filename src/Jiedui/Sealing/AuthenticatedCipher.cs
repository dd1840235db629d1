using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Jiedui.Sealing;

/// <summary>One key of an authenticated cipher. A box is nonce (12 bytes), cipher text, tag (16 bytes). Not for two threads at once.</summary>
internal abstract class AuthenticatedCipher : IDisposable
{
    internal const int NonceBytes = 12;

    internal const int TagBytes = 16;

    private const int DrawnBytes = NonceBytes - sizeof(uint);

    private readonly byte[] drawn = new byte[DrawnBytes];
    private uint sealedUnderDrawn;

    public static AuthenticatedCipher Of(Suite suite, byte[] key) => suite switch
    {
        Suite.Aes => new AesCipher(key),
        Suite.Sm => new Sm4Cipher(key),
    };

    /// <summary>The key's length in bytes.</summary>
    public static int KeyBytes(Suite suite) => suite switch { Suite.Aes => 32, Suite.Sm => 16 };

    public static int BoxBytes(int plain) => NonceBytes + plain + TagBytes;

    /// <summary>Seals into a box of <see cref="BoxBytes"/>, under a fresh nonce: eight bytes that this object drew by chance, and how often it sealed since.</summary>
    /// <param name="about">What the box belongs to: it opens only beside the same bytes.</param>
    public void Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about, Span<byte> box)
    {
        if (sealedUnderDrawn == 0)
            RandomNumberGenerator.Fill(drawn);
        drawn.CopyTo(box);
        BinaryPrimitives.WriteUInt32BigEndian(box[DrawnBytes..], sealedUnderDrawn);
        sealedUnderDrawn = unchecked(sealedUnderDrawn + 1);
        Encrypt(box[..NonceBytes], plain, about, box.Slice(NonceBytes, plain.Length), box[(NonceBytes + plain.Length)..]);
    }

    /// <exception cref="SealBrokenException">The box was changed, or belongs elsewhere.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> about)
    {
        if (box.Length < NonceBytes + TagBytes)
            throw new SealBrokenException();
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], about, plain);
        return plain;
    }

    /// <summary>Seals into cipher text and tag, under a nonce that the caller never uses twice with this key.</summary>
    public void SealUnder(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about, Span<byte> sealedBytes) =>
        Encrypt(nonce, plain, about, sealedBytes[..plain.Length], sealedBytes[plain.Length..]);

    /// <exception cref="SealBrokenException">It was changed, or belongs elsewhere.</exception>
    public void OpenUnder(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> about, Span<byte> plain) =>
        Decrypt(nonce, sealedBytes[..^TagBytes], sealedBytes[^TagBytes..], about, plain);

    public abstract void Dispose();

    protected abstract void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about, Span<byte> cipher, Span<byte> tag);

    protected abstract void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> about, Span<byte> plain);
}
