using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Jiedui.Sealing;

/// <summary>
/// The keys of one installation, unwrapped and in use: seals what nobody may read from the database, and prints what must be found in it. A box names its key,
/// so that old boxes open while a newer key seals. For any number of threads.
/// </summary>
public sealed class Vault : IDisposable
{
    private const int NameBytes = 4;

    private readonly ConcurrentDictionary<int, (Suite Suite, byte[] Key)> keys = [];
    private readonly ConcurrentDictionary<int, ThreadLocal<AuthenticatedCipher>> ciphers = [];
    private volatile int newest;

    /// <param name="suite">The suite of prints and digests: that of the installation's founding.</param>
    /// <param name="printKey">The key of prints.</param>
    public Vault(Suite suite, byte[] printKey)
    {
        Suite = suite;
        Prints = new KeyedHash(suite, printKey);
    }

    public Suite Suite { get; }

    /// <summary>The keyed hash under which texts are found and compared.</summary>
    public KeyedHash Prints { get; }

    /// <summary>Learns the keys that another process has made; called when a box names a key that is not known.</summary>
    public Action? Refresh { get; set; }

    /// <summary>The number of the key that seals now.</summary>
    public int NewestKey => newest;

    /// <summary>The key that a box names.</summary>
    public static int KeyOf(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadInt32BigEndian(box);

    /// <summary>Learns a key; the highest number seals from now on.</summary>
    public void Learn(int number, Suite suite, byte[] key)
    {
        keys[number] = (suite, key);
        newest = keys.Keys.Max();
    }

    public bool Knows(int number) => keys.ContainsKey(number);

    /// <param name="about">What the box belongs to (the table, the record, the version): it opens only beside the same bytes.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about)
    {
        var number = newest;
        var box = new byte[NameBytes + AuthenticatedCipher.BoxBytes(plain.Length)];
        BinaryPrimitives.WriteInt32BigEndian(box, number);
        CipherOf(number).Seal(plain, about, box.AsSpan(NameBytes));
        return box;
    }

    /// <exception cref="SealBrokenException">The box was changed, belongs elsewhere, or its key is unknown.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> about)
    {
        if (box.Length >= NameBytes && !keys.ContainsKey(KeyOf(box)))
            Refresh?.Invoke();
        if (box.Length < NameBytes || !keys.ContainsKey(KeyOf(box)))
            throw new SealBrokenException();
        return CipherOf(KeyOf(box)).Open(box[NameBytes..], about);
    }

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values)
        {
            foreach (var each in cipher.Values)
                each.Dispose();
            cipher.Dispose();
        }
    }

    private AuthenticatedCipher CipherOf(int number) => (ciphers.TryGetValue(number, out var known) ? known : Cipher(number)).Value!;

    private ThreadLocal<AuthenticatedCipher> Cipher(int number) =>
        ciphers.GetOrAdd(number, _ => new ThreadLocal<AuthenticatedCipher>(() => AuthenticatedCipher.Of(keys[number].Suite, keys[number].Key), trackAllValues: true));
}
