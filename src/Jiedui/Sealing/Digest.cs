using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Jiedui.Sealing;

/// <summary>A hash without a key, 32 bytes in either suite: anybody can reckon it again.</summary>
public static class Digest
{
    public const int Bytes = 32;

    public static byte[] Of(Suite suite, ReadOnlySpan<byte> bytes) => suite switch
    {
        Suite.Aes => SHA256.HashData(bytes),
        Suite.Sm => Sm3(bytes),
    };

    private static byte[] Sm3(ReadOnlySpan<byte> bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes);
        var hash = new byte[Bytes];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
