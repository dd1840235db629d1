using System.Diagnostics.CodeAnalysis;
using System.Text;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes texts: each is decoded once, however many records have it.</summary>
internal sealed class TextLoading() : ColumnLoading<string>(StringComparer.Ordinal, SortedTexts.Of)
{
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> known = new Dictionary<byte[], int>(new SameBytes()).GetAlternateLookup<ReadOnlySpan<byte>>();

    protected override int PlaceOf(ValueRows row, int at)
    {
        var text = row.Bytes(at);
        if (text.IsEmpty && row.IsEmpty(at))
            return SortedValues.Empty;
        return known.TryGetValue(text, out var place) ? place : known[text] = Add(Encoding.UTF8.GetString(text));
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode([DisallowNull] byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> left, byte[] right) => left.SequenceEqual(right);

        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> bytes) => bytes.ToArray();
    }
}
