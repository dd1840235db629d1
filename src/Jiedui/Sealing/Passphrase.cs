using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jiedui.Sealing;

/// <summary>How dear it is to try a passphrase: Argon2id (RFC 9106), whose cost is written in each sealed file, so that it can rise without shutting older ones.</summary>
/// <param name="MemoryKiB">Memory per trial.</param>
public readonly record struct PassphraseCost(int MemoryKiB, byte Passes, byte Lanes)
{
    /// <summary>The second recommended choice of RFC 9106, which an office computer takes in about a second.</summary>
    public static PassphraseCost Usual { get; } = new(64 * 1024, 3, 4);

    /// <summary>A file that asks for more is no file of ours, and must not occupy the machine.</summary>
    internal bool IsBearable => MemoryKiB is >= 64 and <= 1024 * 1024 && Passes is >= 1 and <= 16 && Lanes is >= 1 and <= 16;
}

/// <summary>A key out of a passphrase.</summary>
internal static class Passphrase
{
    public const int SaltBytes = 16;

    public static byte[] Stretch(string passphrase, ReadOnlySpan<byte> salt, PassphraseCost cost, int bytes)
    {
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13).WithSalt(salt.ToArray())
            .WithMemoryAsKB(cost.MemoryKiB).WithIterations(cost.Passes).WithParallelism(cost.Lanes).Build());
        var key = new byte[bytes];
        // One passphrase may be typed in two ways that look alike.
        generator.GenerateBytes(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), key);
        return key;
    }
}
