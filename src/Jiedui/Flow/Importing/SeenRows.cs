using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Importing;

/// <summary>
/// The prints of a ledger's rows by their keys, as close together as they go: 36 bytes a row in blocks that are never moved, and a slot or two of eight bytes that
/// lead to them. A print is as good as a random number: its lowest bits say where to begin to look, and its highest stand in the slot, so that hardly any row is
/// looked at but the one that is sought.
/// </summary>
internal sealed class SeenRows
{
    private const int BlockBits = 14;
    private const int FirstSlots = 1 << 12;

    private readonly List<(RowPrint Print, int Place)[]> blocks = [];

    /// <summary>The highest bits of a key, and one more than the number of the row that is kept there; 0 for none.</summary>
    private (uint Mark, int Row)[] slots = new (uint, int)[FirstSlots];
    private int count;

    /// <summary>Notes a row where its key is new.</summary>
    /// <returns>Else what the row of this key said, and where it stands.</returns>
    public (UInt128 Content, int Place)? Note(RowPrint print, int place)
    {
        var slot = SlotOf(print.Key);
        if (slots[slot].Row is > 0 and var number)
            return (RowAt(number - 1).Print.Content, RowAt(number - 1).Place);
        if (count >> BlockBits == blocks.Count)
            blocks.Add(new (RowPrint, int)[1 << BlockBits]);
        RowAt(count) = (print, place);
        slots[slot] = (MarkOf(print.Key), ++count);
        if (count > slots.Length / 4 * 3)
            Grow();
        return null;
    }

    /// <summary>How many rows were noted.</summary>
    public int Count => count;

    /// <summary>What the row of a key said; null where none was noted.</summary>
    public UInt128? Says(UInt128 key) => slots[SlotOf(key)].Row is > 0 and var number ? RowAt(number - 1).Print.Content : null;

    /// <summary>Forgets the row that was noted last: no other was passed on because of it.</summary>
    public void TakeBack()
    {
        slots[SlotOf(RowAt(count - 1).Print.Key)] = default;
        count--;
    }

    /// <summary>Forgets all but the first that were noted.</summary>
    public void Keep(int first)
    {
        if (first == count)
            return;
        count = first;
        Fill(new (uint, int)[slots.Length]);
    }

    private ref (RowPrint Print, int Place) RowAt(int number) => ref blocks[number >> BlockBits][number & ((1 << BlockBits) - 1)];

    /// <summary>The slot of a key, or the free one where it belongs.</summary>
    private int SlotOf(UInt128 key)
    {
        var slot = (int)(key & (uint)(slots.Length - 1));
        while (slots[slot] is { Row: > 0 } taken && (taken.Mark != MarkOf(key) || RowAt(taken.Row - 1).Print.Key != key))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private static uint MarkOf(UInt128 key) => (uint)(key >> 96);

    private void Grow() => Fill(new (uint, int)[slots.Length * 2]);

    private void Fill((uint Mark, int Row)[] empty)
    {
        slots = empty;
        for (var number = 0; number < count; number++)
        {
            var key = RowAt(number).Print.Key;
            slots[SlotOf(key)] = (MarkOf(key), number + 1);
        }
    }
}
