using System.Buffers.Binary;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// For each source sheet the sum of keyed marks of the versions that came from it (a multiset hash: Clarke and others, 2003): whoever lacks the key can change,
/// add or remove none of them unnoticed, and the sum grows in any order.
/// </summary>
public sealed class SheetSeals
{
    private const int MarkedBytes = 2 * KeyedHash.PrintBytes + 8 * sizeof(long);

    private readonly Dictionary<long, UInt128> sums = [];

    public IEnumerable<long> Sheets => sums.Keys;

    public void Add(StoredRecord version, KeyedHash prints)
    {
        Span<byte> marked = stackalloc byte[MarkedBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(marked, version.Key);
        BinaryPrimitives.WriteUInt128LittleEndian(marked[KeyedHash.PrintBytes..], version.Content);
        ReadOnlySpan<long> numbers =
        [
            version.Partnership, version.Record, version.Version, version.Sheet, version.RowNumber, version.Batch, version.Day, version.Parties,
        ];
        for (var index = 0; index < numbers.Length; index++)
            BinaryPrimitives.WriteInt64LittleEndian(marked[(2 * KeyedHash.PrintBytes + index * sizeof(long))..], numbers[index]);
        sums[version.Sheet] = unchecked(sums.GetValueOrDefault(version.Sheet) + prints.Of(marked));
    }

    /// <summary>The seal of a sheet, as it is stored; of one without versions all zero.</summary>
    public byte[] Of(long sheet) => KeyedHash.Stored(sums.GetValueOrDefault(sheet));
}
