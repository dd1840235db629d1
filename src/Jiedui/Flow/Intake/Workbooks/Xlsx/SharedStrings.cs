using System.Diagnostics.CodeAnalysis;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// The strings that cells point to by number. Millions of string objects would cost more than their letters, so the letters stand in large blocks, and a string is
/// made when a cell asks for it; those asked for often are kept.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockCharacters = 1 << 20;

    private const int PositionsInBlock = 1 << 16;

    private const int LengthBits = 20;

    private const int Kept = 1 << 12;

    private readonly List<char[]> blocks = [];

    private readonly List<long[]> positions = [];

    private readonly (int Number, string Text)[] kept = new (int, string)[Kept];

    private int usedInBlock = BlockCharacters;

    private SharedStrings() => Array.Fill(kept, (-1, ""));

    public int Count { get; private set; }

    public static SharedStrings Of(PartReader? reader, string fileName)
    {
        var strings = new SharedStrings();
        if (reader is null || !reader.NextRoot())
            return strings;
        var buffer = new TextBuffer();
        while (reader.NextChild(0))
        {
            if (reader.Element != "si")
                continue;
            buffer.Clear();
            // A string too long is kept one letter too long: the cell that shows it is refused by its address.
            strings.Add(RichText.Append(reader, buffer) ? EscapedText.Shorten(buffer.Text) : buffer.Text);
            if (strings.Count > Limits.SharedStrings || (long)strings.blocks.Count * BlockCharacters > Limits.SharedCharacters)
                throw Refusal.TooLarge(fileName);
        }
        return strings;
    }

    public bool TryGet(int number, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (number < 0 || number >= Count)
            return false;
        ref var place = ref kept[number % Kept];
        if (place.Number != number)
            place = (number, Made(number));
        text = place.Text;
        return true;
    }

    private string Made(int number)
    {
        var position = positions[number / PositionsInBlock][number % PositionsInBlock];
        var start = position >> LengthBits;
        var length = (int)(position & ((1 << LengthBits) - 1));
        return new string(blocks[(int)(start / BlockCharacters)], (int)(start % BlockCharacters), length);
    }

    private void Add(ReadOnlySpan<char> text)
    {
        // Never to its last letter: an empty string behind it would stand in no block.
        if (usedInBlock + text.Length >= BlockCharacters)
        {
            blocks.Add(new char[BlockCharacters]);
            usedInBlock = 0;
        }
        if (Count % PositionsInBlock == 0)
            positions.Add(new long[PositionsInBlock]);
        text.CopyTo(blocks[^1].AsSpan(usedInBlock));
        var start = (long)(blocks.Count - 1) * BlockCharacters + usedInBlock;
        positions[^1][Count % PositionsInBlock] = (start << LengthBits) | (uint)text.Length;
        usedInBlock += text.Length;
        Count++;
    }
}
