using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jiedui.Sealing;

/// <summary>Prints: the first 16 bytes of a keyed hash (HMAC). Equal texts have equal prints, and who lacks the key cannot try texts out. For any number of threads.</summary>
public sealed class KeyedHash(Suite suite, byte[] key)
{
    /// <summary>A print as the database holds it has this many bytes.</summary>
    public const int PrintBytes = 16;

    /// <summary>One for each thread, used again and again: to set one up costs three times what a print does.</summary>
    private readonly ThreadLocal<IncrementalHash> sha256 = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    private readonly ThreadLocal<HMac> sm3 = new(() =>
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        return mac;
    });

    public UInt128 Of(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var print = Of(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        ArrayPool<byte>.Shared.Return(utf8, clearArray: true);
        return print;
    }

    public UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Digest.Bytes];
        Hash(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>All 32 bytes.</summary>
    public byte[] Whole(ReadOnlySpan<byte> bytes)
    {
        var hash = new byte[Digest.Bytes];
        Hash(bytes, hash);
        return hash;
    }

    /// <summary>As the database holds it.</summary>
    public static byte[] Stored(UInt128 print)
    {
        var bytes = new byte[PrintBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, print);
        return bytes;
    }

    public static UInt128 FromStored(byte[] bytes) => BinaryPrimitives.ReadUInt128LittleEndian(bytes);

    private void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        if (suite == Suite.Aes)
        {
            sha256.Value!.AppendData(bytes);
            sha256.Value!.GetHashAndReset(hash);
            return;
        }
        var mac = sm3.Value!;
        mac.BlockUpdate(bytes);
        mac.DoFinal(hash);
    }
}
