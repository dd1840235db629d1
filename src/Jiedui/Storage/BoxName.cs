using System.Buffers.Binary;
using System.Text;
using Jiedui.Sealing;

namespace Jiedui.Storage;

/// <summary>
/// What the sealed columns of a version belong to: its ledger, its partnership, and the prints of its key and content, so that a box cannot be moved to a version
/// that says anything else. Known before the record has a number, so that sealing need not wait for the turn to be stored.
/// </summary>
public readonly record struct BoxName(string Ledger, long Partnership, UInt128 Key, UInt128 Content)
{
    /// <summary>How many bytes name it.</summary>
    internal int Length => sizeof(long) + 2 * KeyedHash.PrintBytes + Encoding.UTF8.GetByteCount(Ledger);

    internal void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, Partnership);
        BinaryPrimitives.WriteUInt128LittleEndian(to[sizeof(long)..], Key);
        BinaryPrimitives.WriteUInt128LittleEndian(to[(sizeof(long) + KeyedHash.PrintBytes)..], Content);
        Encoding.UTF8.GetBytes(Ledger, to[(sizeof(long) + 2 * KeyedHash.PrintBytes)..]);
    }
}
