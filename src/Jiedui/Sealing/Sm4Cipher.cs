using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jiedui.Sealing;

internal sealed class Sm4Cipher(byte[] key) : AuthenticatedCipher
{
    private readonly GcmBlockCipher gcm = new(new SM4Engine());
    private readonly KeyParameter parameter = new(key);

    public override void Dispose() => gcm.Reset();

    protected override void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about, Span<byte> cipher, Span<byte> tag)
    {
        var whole = Run(true, nonce, about, plain);
        whole.AsSpan(0, plain.Length).CopyTo(cipher);
        whole.AsSpan(plain.Length).CopyTo(tag);
    }

    protected override void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> about, Span<byte> plain)
    {
        try
        {
            Run(false, nonce, about, [.. cipher, .. tag]).CopyTo(plain);
        }
        catch (InvalidCipherTextException)
        {
            throw new SealBrokenException();
        }
    }

    private byte[] Run(bool forEncryption, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> about, ReadOnlySpan<byte> input)
    {
        gcm.Init(forEncryption, new AeadParameters(parameter, TagBytes * 8, nonce.ToArray(), about.ToArray()));
        var output = new byte[gcm.GetOutputSize(input.Length)];
        var written = gcm.ProcessBytes(input, output);
        gcm.DoFinal(output, written);
        return output;
    }
}
