using Jiedui.Sealing;

namespace Jiedui.Tests.Sealing;

public class NonceTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void No_two_boxes_have_the_same_nonce_on_one_thread_or_on_several()
    {
        using var vault = new Vault(Suite.Aes, Key);
        vault.Learn(1, Suite.Aes, Key);
        var nonces = ParallelEnumerable.Range(0, 20_000).WithDegreeOfParallelism(4)
            .Select(_ => Convert.ToHexString(vault.Seal("棣花镇"u8, "about"u8).AsSpan(4, 12))).ToHashSet();
        Assert.Equal(20_000, nonces.Count);
    }
}
