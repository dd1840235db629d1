using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Jiedui.Sealing;

/// <summary>
/// How a sealed file begins: what it is, its suite, the cost and salt of its passphrase, the beginning of every nonce, and a print by which a wrong passphrase is
/// told from a damaged file. Every chunk is sealed beside these bytes, so that none of them can be changed.
/// </summary>
internal sealed class SealedHeader
{
    public const int Bytes = 8 + 1 + 4 + 1 + 1 + Passphrase.SaltBytes + PrefixBytes + PrintBytes;

    /// <summary>The plain bytes of each chunk but the last.</summary>
    public const int ChunkBytes = 1 << 20;

    private const int PrefixBytes = AuthenticatedCipher.NonceBytes - sizeof(int) - 1;
    private const int PrintBytes = 16;
    private const int SaltAt = 15;
    private const int PrefixAt = SaltAt + Passphrase.SaltBytes;
    private const int PrintAt = PrefixAt + PrefixBytes;

    private readonly byte[] bytes;

    private SealedHeader(byte[] bytes) => this.bytes = bytes;

    public static ReadOnlySpan<byte> Magic => "JIEDUI\x01\n"u8;

    public ReadOnlySpan<byte> All => bytes;

    private Suite Suite => (Suite)bytes[8];

    private PassphraseCost Cost => new(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(9)), bytes[13], bytes[14]);

    /// <summary>A new header, and the cipher that its passphrase gives.</summary>
    public static (SealedHeader Header, AuthenticatedCipher Cipher) Begin(Suite suite, string passphrase, PassphraseCost cost)
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        bytes[8] = (byte)suite;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), cost.MemoryKiB);
        bytes[13] = cost.Passes;
        bytes[14] = cost.Lanes;
        RandomNumberGenerator.Fill(bytes.AsSpan(SaltAt, Passphrase.SaltBytes + PrefixBytes));
        var header = new SealedHeader(bytes);
        var (key, print) = header.Stretch(passphrase);
        print.CopyTo(bytes.AsSpan(PrintAt));
        return (header, AuthenticatedCipher.Of(suite, key));
    }

    /// <exception cref="SealBrokenException">This is no header of a sealed file.</exception>
    public static SealedHeader Read(Stream from)
    {
        var bytes = new byte[Bytes];
        var header = new SealedHeader(bytes);
        if (from.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false) < Bytes || !bytes.AsSpan().StartsWith(Magic) || !Enum.IsDefined(header.Suite) || !header.Cost.IsBearable)
            throw new SealBrokenException();
        return header;
    }

    /// <exception cref="PassphraseWrongException">Another passphrase.</exception>
    public AuthenticatedCipher Open(string passphrase)
    {
        var (key, print) = Stretch(passphrase);
        return CryptographicOperations.FixedTimeEquals(print, bytes.AsSpan(PrintAt)) ? AuthenticatedCipher.Of(Suite, key) : throw new PassphraseWrongException();
    }

    /// <summary>The nonce of a chunk: it names its place, and whether it is the last, so that none can be moved, dropped or cut off.</summary>
    public void NonceOf(uint chunk, bool isLast, Span<byte> nonce)
    {
        bytes.AsSpan(PrefixAt, PrefixBytes).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixBytes..], chunk);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    private (byte[] Key, byte[] Print) Stretch(string passphrase)
    {
        var length = AuthenticatedCipher.KeyBytes(Suite);
        var stretched = Passphrase.Stretch(passphrase, bytes.AsSpan(SaltAt, Passphrase.SaltBytes), Cost, length + PrintBytes);
        return (stretched[..length], stretched[length..]);
    }
}

/// <summary>A sealed file has another passphrase than the one given.</summary>
public sealed class PassphraseWrongException() : Exception("口令不对。");
