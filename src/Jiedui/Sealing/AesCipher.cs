using System.Security.Cryptography;

namespace Jiedui.Sealing;

internal sealed class AesCipher(byte[] key) : AuthenticatedCipher
{
    private readonly AesGcm aes = new(key, TagBytes);

    public override void Dispose() => aes.Dispose();

    protected override void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about, Span<byte> cipher, Span<byte> tag) =>
        aes.Encrypt(nonce, plain, cipher, tag, about);

    protected override void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> about, Span<byte> plain)
    {
        try
        {
            aes.Decrypt(nonce, cipher, tag, plain, about);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException();
        }
    }
}
