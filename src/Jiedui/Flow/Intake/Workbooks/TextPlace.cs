using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>
/// The place of a text among those where texts are kept that were met lately. It looks at the length, the beginning, the middle and the end, no more: texts that
/// differ elsewhere only take each other's place.
/// </summary>
internal static class TextPlace
{
    private const int Word = sizeof(ulong);

    public static int Of(ReadOnlySpan<char> text, int bits) => Of(MemoryMarshal.AsBytes(text), bits);

    /// <param name="bytes">Of a text.</param>
    /// <param name="bits">How many bits the number of a place has.</param>
    public static int Of(ReadOnlySpan<byte> bytes, int bits)
    {
        var (first, middle, last) = bytes.Length >= Word
            ? (WordAt(bytes, 0), WordAt(bytes, (bytes.Length - Word) / 2), WordAt(bytes, bytes.Length - Word))
            : (Short(bytes), 0, 0);
        unchecked
        {
            var mixed = (first ^ (ulong)bytes.Length) * 0x9E3779B97F4A7C15 + middle * 0xC2B2AE3D27D4EB4F + last * 0x165667B19E3779F9;
            return (int)((mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15 >> (64 - bits));
        }
    }

    private static ulong WordAt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private static ulong Short(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(uint))
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) << 32;
        var word = 0UL;
        foreach (var one in bytes)
            word = word << 8 | one;
        return word;
    }
}
