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
    internal byte[] Bytes()
    {
        var bytes = new byte[sizeof(long) + 2 * KeyedHash.PrintBytes + Encoding.UTF8.GetByteCount(Ledger)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Partnership);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(sizeof(long)), Key);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(sizeof(long) + KeyedHash.PrintBytes), Content);
        Encoding.UTF8.GetBytes(Ledger, bytes.AsSpan(sizeof(long) + 2 * KeyedHash.PrintBytes));
        return bytes;
    }
}
