using System.Security.Cryptography;
using CsCheck;
using Jiedui.Sealing;

namespace Jiedui.Tests.Sealing;

/// <summary>What a box keeps: nobody reads it, nobody changes it, and it opens only where it belongs.</summary>
public class VaultTests
{
    public static TheoryData<Suite> Suites => [Suite.Aes, Suite.Sm];

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_was_sealed_opens_and_does_not_stand_in_the_box(Suite suite)
    {
        using var vault = New(suite);
        Gen.Byte.Array[16, 200].Sample(plain =>
        {
            var box = vault.Seal(plain, "about"u8);
            return vault.Open(box, "about"u8).SequenceEqual(plain) && box.AsSpan().IndexOf(plain) < 0 && !vault.Seal(plain, "about"u8).SequenceEqual(box);
        }, iter: 200);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void One_changed_byte_anywhere_is_found(Suite suite)
    {
        using var vault = New(suite);
        var box = vault.Seal("110101199003077758"u8, "record 1"u8);
        for (var at = 0; at < box.Length; at++)
        {
            var changed = box.ToArray();
            changed[at] ^= 0x10;
            Assert.Throws<SealBrokenException>(() => vault.Open(changed, "record 1"u8));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_box_opens_only_where_it_belongs(Suite suite)
    {
        using var vault = New(suite);
        var box = vault.Seal("13800000000"u8, "record 1"u8);
        Assert.Throws<SealBrokenException>(() => vault.Open(box, "record 2"u8));
        Assert.Throws<SealBrokenException>(() => vault.Open(box, ""u8));
        using var other = New(suite);
        Assert.Throws<SealBrokenException>(() => other.Open(box, "record 1"u8));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_box_cut_short_anywhere_is_broken(Suite suite)
    {
        using var vault = New(suite);
        var box = vault.Seal("cut"u8, "about"u8);
        for (var length = 0; length < box.Length; length++)
            Assert.Throws<SealBrokenException>(() => vault.Open(box.AsSpan(0, length), "about"u8));
    }

    [Fact]
    public void Old_boxes_open_after_a_new_key_of_the_other_suite_seals()
    {
        using var vault = New(Suite.Aes);
        var old = vault.Seal("old"u8, "about"u8);
        vault.Learn(2, Suite.Sm, RandomNumberGenerator.GetBytes(16));
        var young = vault.Seal("young"u8, "about"u8);
        Assert.Equal((1, 2), (Vault.KeyOf(old), Vault.KeyOf(young)));
        Assert.Equal("old"u8.ToArray(), vault.Open(old, "about"u8));
        Assert.Equal("young"u8.ToArray(), vault.Open(young, "about"u8));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Prints_are_equal_for_equal_texts_and_only_under_one_key(Suite suite)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var print = new KeyedHash(suite, key).Of("110101199003077758");
        Assert.Equal(print, new KeyedHash(suite, key).Of("110101199003077758"));
        Assert.NotEqual(print, new KeyedHash(suite, key).Of("110101199003077759"));
        Assert.NotEqual(print, new KeyedHash(suite, RandomNumberGenerator.GetBytes(32)).Of("110101199003077758"));
        Assert.Equal(print, KeyedHash.FromStored(KeyedHash.Stored(print)));
    }

    [Fact]
    public void Many_threads_seal_and_print_at_once()
    {
        using var vault = New(Suite.Sm);
        var texts = Enumerable.Range(0, 2000).Select(n => $"text {n}").ToList();
        var results = texts.AsParallel().WithDegreeOfParallelism(8).Select(text =>
        {
            var plain = System.Text.Encoding.UTF8.GetBytes(text);
            return (text, Opened: System.Text.Encoding.UTF8.GetString(vault.Open(vault.Seal(plain, plain), plain)), Print: vault.Prints.Of(text));
        }).ToList();
        Assert.All(results, result => Assert.Equal((result.text, vault.Prints.Of(result.text)), (result.Opened, result.Print)));
    }

    private static Vault New(Suite suite)
    {
        var vault = new Vault(suite, RandomNumberGenerator.GetBytes(32));
        vault.Learn(1, suite, RandomNumberGenerator.GetBytes(suite == Suite.Aes ? 32 : 16));
        return vault;
    }
}
