using CsCheck;
using Jiedui.Sealing;

namespace Jiedui.Tests.Sealing;

public class SealedFileTests
{
    private const string Passphrase = "正确的口令 1234";

    /// <summary>The dearness of a passphrase is not what is tested here.</summary>
    private static readonly PassphraseCost Cheap = new(64, 1, 1);

    [Theory]
    [InlineData(Suite.Aes)]
    [InlineData(Suite.Sm)]
    public void What_was_sealed_opens_at_any_length_and_place(Suite suite)
    {
        const int Chunk = 1 << 20;
        foreach (var length in (int[])[0, 1, Chunk - 1, Chunk, Chunk + 1, 2 * Chunk, 2 * Chunk + 77])
        {
            var plain = Random(length);
            var box = Seal(plain, suite);
            using var opened = new SealedReading(new MemoryStream(box), Passphrase);
            Assert.Equal(length, opened.Length);
            var all = new byte[length];
            opened.ReadExactly(all);
            Assert.Equal(plain, all);
            Assert.Equal(0, opened.Read(new byte[1], 0, 1));
            if (length > 0)
            {
                opened.Seek(-1, SeekOrigin.End);
                Assert.Equal(plain[^1], opened.ReadByte());
                opened.Position = length / 2;
                Assert.Equal(plain[length / 2], opened.ReadByte());
            }
        }
    }

    [Fact]
    public void One_changed_bit_anywhere_is_found()
    {
        var box = Seal(Random(2_500_000), Suite.Aes);
        Gen.Select(Gen.Int[0, box.Length - 1], Gen.Int[0, 7]).Sample(
            (at, bit) =>
            {
                var changed = (byte[])box.Clone();
                changed[at] ^= (byte)(1 << bit);
                // Bits of the cost make the passphrase dear to try; the other tests' time is not theirs to take.
                return at is >= 9 and <= 14 || !Opens(changed);
            },
            iter: 300);
        for (var at = 0; at < 60; at++)
        {
            var changed = (byte[])box.Clone();
            changed[at] ^= 1;
            Assert.True(at is >= 9 and <= 12 || !Opens(changed), $"byte {at}");
        }
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_does_not_open()
    {
        var box = Seal(Random(2_500_000), Suite.Aes);
        Gen.Int[0, box.Length - 1].Sample(length => !Opens(box[..length]), iter: 200);
        // At the very end of a chunk, where each chunk is sound.
        var chunk = (1 << 20) + 16;
        var header = box.Length - 2_500_000 - 3 * 16;
        Assert.False(Opens(box[..(header + chunk)]));
        Assert.False(Opens(box[..(header + 2 * chunk)]));
    }

    [Fact]
    public void Chunks_cannot_change_places()
    {
        var box = Seal(Random(2_500_000), Suite.Aes);
        var chunk = (1 << 20) + 16;
        var header = box.Length - 2_500_000 - 3 * 16;
        byte[] swapped = [.. box[..header], .. box[(header + chunk)..(header + 2 * chunk)], .. box[header..(header + chunk)], .. box[(header + 2 * chunk)..]];
        Assert.False(Opens(swapped));
    }

    [Fact]
    public void Another_passphrase_is_told_from_damage()
    {
        var box = Seal(Random(100), Suite.Sm);
        Assert.Throws<PassphraseWrongException>(() => new SealedReading(new MemoryStream(box), "错误的口令 1234"));
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Seal(byte[] plain, Suite suite)
    {
        using var box = new MemoryStream();
        using (var seal = new SealedWriting(box, suite, Passphrase, Cheap))
        {
            seal.Write(plain);
            seal.Finish();
        }
        return box.ToArray();
    }

    private static bool Opens(byte[] box)
    {
        try
        {
            using var opened = new SealedReading(new MemoryStream(box), Passphrase);
            opened.CopyTo(Stream.Null);
            return true;
        }
        catch (Exception fault) when (fault is SealBrokenException or PassphraseWrongException)
        {
            return false;
        }
    }
}
