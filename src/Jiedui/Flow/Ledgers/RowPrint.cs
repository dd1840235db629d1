using Jiedui.Declaring;
using Jiedui.Sealing;

namespace Jiedui.Flow.Ledgers;

/// <summary>What a good row is known and compared by. Reckoned once, for it is asked for twice: within an import, and against what is stored.</summary>
public readonly record struct RowPrint(UInt128 Key, UInt128 Content)
{
    public static RowPrint Of(Row row, KeyedHash prints) => new(prints.Of(row.Key()!), prints.Of(RecordWriter.ContentOf(row)));
}
