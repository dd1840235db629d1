using System.Text;
using Jiedui.Sealing;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jiedui.Tests.Sealing;

/// <summary>What seals and prints does what the standards print.</summary>
public class PublishedVectorTests
{
    /// <summary>GB/T 32905-2016, appendix A.</summary>
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void Sm3(string text, string hash) => Assert.Equal(hash, Hex(Digest.Of(Suite.Sm, Encoding.ASCII.GetBytes(text))));

    /// <summary>FIPS 180-4's examples.</summary>
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Sha256(string text, string hash) => Assert.Equal(hash, Hex(Digest.Of(Suite.Aes, Encoding.ASCII.GetBytes(text))));

    /// <summary>GB/T 32907-2016, appendix A.1: the engine on which the seal stands.</summary>
    [Fact]
    public void Sm4_example_1()
    {
        var engine = new SM4Engine();
        engine.Init(true, new KeyParameter(Bytes("0123456789abcdeffedcba9876543210")));
        var cipher = new byte[16];
        engine.ProcessBlock(Bytes("0123456789abcdeffedcba9876543210"), cipher);
        Assert.Equal("681edf34d206965e86b3e94f536e4246", Hex(cipher));
    }

    /// <summary>RFC 8998, appendix A.1.</summary>
    [Fact]
    public void Sm4_gcm() => AssertOpens(
        Suite.Sm, "0123456789abcdeffedcba9876543210", "00001234567800000000abcd", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d",
        "83de3541e4c2b58177e065a9bf7b62ec");

    /// <summary>McGrew and Viega, The Galois/Counter Mode of Operation, test cases 14 and 16.</summary>
    [Theory]
    [InlineData(
        "0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", "", "00000000000000000000000000000000",
        "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919")]
    [InlineData(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b")]
    public void Aes_256_gcm(string key, string nonce, string about, string plain, string cipher, string tag) => AssertOpens(Suite.Aes, key, nonce, about, plain, cipher, tag);

    /// <summary>GM/T 0042-2015, appendix D.3.</summary>
    [Theory]
    [InlineData(
        "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopqabcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a")]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e")]
    [InlineData("4a656665", "what do ya want for nothing?", "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882")]
    public void Hmac_sm3(string key, string text, string mac) => Assert.Equal(mac, Hex(new KeyedHash(Suite.Sm, Bytes(key)).Whole(Encoding.ASCII.GetBytes(text))));

    /// <summary>RFC 4231, cases 1 and 2.</summary>
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Hmac_sha256(string key, string text, string mac) => Assert.Equal(mac, Hex(new KeyedHash(Suite.Aes, Bytes(key)).Whole(Encoding.ASCII.GetBytes(text))));

    /// <summary>A box is the key's number, the nonce, the cipher text and the tag: so a published example is a box, and must open.</summary>
    private static void AssertOpens(Suite suite, string key, string nonce, string about, string plain, string cipher, string tag)
    {
        using var vault = new Vault(suite, new byte[32]);
        vault.Learn(7, suite, Bytes(key));
        var box = Bytes("00000007" + nonce + cipher + tag);
        Assert.Equal(plain, Hex(vault.Open(box, Bytes(about))));
        box[^1] ^= 1;
        Assert.Throws<SealBrokenException>(() => vault.Open(box, Bytes(about)));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
