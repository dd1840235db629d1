using Jiedui.Declaring;
using Jiedui.Sealing;

namespace Jiedui.Flow.Ledgers;

/// <summary>What a good row is known and compared by. Reckoned once, for it is asked for twice: within an import, and against what is stored.</summary>
public readonly record struct RowPrint(UInt128 Key, UInt128 Content)
{
    /// <param name="row">It has a key.</param>
    public static RowPrint Of(Row row, KeyedHash prints) => new(KeyOf(row, prints)!.Value, ContentOf(row, prints));

    /// <summary>The print of a row's key; null where it has none.</summary>
    public static UInt128? KeyOf(Row row, KeyedHash prints)
    {
        var text = PrintText.Begin();
        return row.WriteKey(text) ? prints.Of(text.WrittenSpan) : null;
    }

    /// <summary>The print of all that a row says.</summary>
    public static UInt128 ContentOf(Row row, KeyedHash prints)
    {
        var text = PrintText.Begin();
        row.WriteContent(text);
        return prints.Of(text.WrittenSpan);
    }
}
