using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jiedui.Flow.Ledgers;

/// <summary>The first 16 bytes of SHA-256 over a canonical text: what keys, contents and subjects are compared by.</summary>
public static class Fingerprint
{
    private const int Bytes = 16;

    public static UInt128 Of(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)), hash);
        ArrayPool<byte>.Shared.Return(utf8, clearArray: false);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>As the database holds it.</summary>
    public static byte[] Stored(UInt128 fingerprint)
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, fingerprint);
        return bytes;
    }

    public static UInt128 FromStored(byte[] bytes) => BinaryPrimitives.ReadUInt128LittleEndian(bytes);
}
