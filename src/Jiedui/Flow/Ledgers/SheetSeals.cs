using System.Buffers.Binary;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// For each source sheet the sum of keyed marks of the versions that came from it (a multiset hash: Clarke and others, 2003): whoever lacks the key can change,
/// add or remove none of them unnoticed, and the sum grows in any order. The marks are reckoned in blocks beside the thread that adds versions.
/// </summary>
public sealed class SheetSeals(KeyedHash prints)
{
    private const int MarkedBytes = 2 * KeyedHash.PrintBytes + 8 * sizeof(long);
    private const int SheetAt = 2 * KeyedHash.PrintBytes + 3 * sizeof(long);
    private const int BlockBytes = 512 * MarkedBytes;

    private readonly Dictionary<long, UInt128> sums = [];
    private byte[] filling = [];
    private byte[] reckoned = [];
    private int filled;
    private Task reckoning = Task.CompletedTask;

    public IEnumerable<long> Sheets
    {
        get
        {
            Settle();
            return sums.Keys;
        }
    }

    public void Add(StoredRecord version)
    {
        if (filled == filling.Length)
            HandOver();
        var marked = filling.AsSpan(filled, MarkedBytes);
        BinaryPrimitives.WriteUInt128LittleEndian(marked, version.Key);
        BinaryPrimitives.WriteUInt128LittleEndian(marked[KeyedHash.PrintBytes..], version.Content);
        ReadOnlySpan<long> numbers =
        [
            version.Partnership, version.Record, version.Version, version.Sheet, version.RowNumber, version.Batch, version.Day, version.Parties,
        ];
        for (var index = 0; index < numbers.Length; index++)
            BinaryPrimitives.WriteInt64LittleEndian(marked[(2 * KeyedHash.PrintBytes + index * sizeof(long))..], numbers[index]);
        filled += MarkedBytes;
    }

    /// <summary>The seal of a sheet, as it is stored; of one without versions all zero.</summary>
    public byte[] Of(long sheet)
    {
        Settle();
        return KeyedHash.Stored(sums.GetValueOrDefault(sheet));
    }

    /// <summary>One block is reckoned at a time, so that there are never more than two.</summary>
    private void HandOver()
    {
        reckoning.Wait();
        (filling, reckoned) = (reckoned.Length == 0 ? new byte[BlockBytes] : reckoned, filling);
        var bytes = filled;
        filled = 0;
        if (bytes > 0)
            reckoning = Task.Run(() => Reckon(reckoned.AsSpan(0, bytes)));
    }

    private void Settle()
    {
        if (filled > 0)
            HandOver();
        reckoning.Wait();
    }

    private void Reckon(ReadOnlySpan<byte> block)
    {
        for (; !block.IsEmpty; block = block[MarkedBytes..])
        {
            var sheet = BinaryPrimitives.ReadInt64LittleEndian(block[SheetAt..]);
            sums[sheet] = unchecked(sums.GetValueOrDefault(sheet) + prints.Of(block[..MarkedBytes]));
        }
    }
}
