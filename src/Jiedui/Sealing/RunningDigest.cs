using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Jiedui.Sealing;

/// <summary>The hash of <see cref="Digest"/>, of what passes by piece by piece.</summary>
public sealed class RunningDigest(Suite suite) : IDisposable
{
    private readonly IncrementalHash? sha256 = suite == Suite.Aes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private readonly SM3Digest? sm3 = suite == Suite.Sm ? new SM3Digest() : null;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        sha256?.AppendData(bytes);
        sm3?.BlockUpdate(bytes);
    }

    /// <summary>The hash of all, in hexadecimal.</summary>
    public string Finish()
    {
        if (sha256 is not null)
            return Convert.ToHexStringLower(sha256.GetHashAndReset());
        var hash = new byte[Digest.Bytes];
        sm3!.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }

    public void Dispose() => sha256?.Dispose();
}
