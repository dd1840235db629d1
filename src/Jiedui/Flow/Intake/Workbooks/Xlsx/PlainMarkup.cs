using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// Goes forward over XML as programs write it: no blank where none is needed, no comment, no reference but the five, nothing that XML forbids. Whatever it says
/// no to may still be XML; what it says yes to is read as XML reads it.
/// </summary>
internal ref struct PlainMarkup(ReadOnlySpan<byte> bytes)
{
    private const int MostAttributes = 16;

    /// <summary>XFD.</summary>
    private const int LongestColumn = 3;

    private static readonly byte[] Controls = [.. Enumerable.Range(0, 0x20).Select(code => (byte)code)];

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\n\r"u8);

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:"u8);

    /// <summary>What a text may hold only after a closer look, or not at all: controls, references, the end of CDATA, and a carriage return, which XML takes for a new line.</summary>
    private static readonly SearchValues<byte> Unusual = SearchValues.Create((byte[])[.. Controls.Except("\t\n"u8.ToArray()), (byte)'&', (byte)']']);

    private static readonly SearchValues<byte> UnusualInValue = SearchValues.Create((byte[])[.. Controls, (byte)'&', (byte)'<']);

    private static readonly (byte[] Reference, char Character)[] References =
        [.. new[] { ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'') }.Select(pair => (Encoding.ASCII.GetBytes(pair.Item1), pair.Item2))];

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;
    private int attributes;

    public readonly bool IsAtEnd => at == bytes.Length;

    /// <summary>Takes these bytes where they come next.</summary>
    public bool Take(ReadOnlySpan<byte> expected)
    {
        if (!bytes[at..].StartsWith(expected))
            return false;
        at += expected.Length;
        return true;
    }

    public readonly bool IsAt(ReadOnlySpan<byte> expected) => bytes[at..].StartsWith(expected);

    public void SkipBlanks()
    {
        if (at < bytes.Length && bytes[at] > (byte)' ')
            return;
        var next = bytes[at..].IndexOfAnyExcept(Blanks);
        at = next < 0 ? bytes.Length : at + next;
    }

    /// <summary>Takes the opening of a tag, &lt;name, whose attributes are to be taken then.</summary>
    public bool Open(ReadOnlySpan<byte> tag)
    {
        var rest = bytes[at..];
        if (!rest.StartsWith(tag) || rest.Length == tag.Length || rest[tag.Length] is not ((byte)' ' or (byte)'>' or (byte)'/'))
            return false;
        at += tag.Length;
        attributes = 0;
        return true;
    }

    /// <summary>Takes the attribute r of a cell where it comes next and is in the row of these digits.</summary>
    /// <param name="row">The row's number, in digits.</param>
    /// <param name="column">Zero-based.</param>
    public bool TakeAddress(ReadOnlySpan<byte> row, out int column)
    {
        column = 0;
        if (!IsAt(" r=\""u8))
            return false;
        var rest = bytes[(at + " r=\"".Length)..];
        var letters = 0;
        while (letters < LongestColumn && letters < rest.Length && rest[letters] is >= (byte)'A' and <= (byte)'Z')
            column = column * 26 + (rest[letters++] - 'A' + 1);
        column--;
        if (letters == 0 || !rest[letters..].StartsWith(row) || rest.Length <= letters + row.Length || rest[letters + row.Length] != (byte)'"')
            return false;
        at += " r=\"".Length + letters + row.Length + 1;
        return true;
    }

    /// <summary>Takes an attribute of the tag that is open.</summary>
    /// <returns>Null where what comes is no plain attribute; false at the tag's end, which is not taken.</returns>
    public bool? Attribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        var rest = bytes[at..];
        if (rest.IsEmpty)
            return null;
        if (rest[0] != (byte)' ')
            return rest[0] is (byte)'>' or (byte)'/' ? false : null;
        rest = rest[1..];
        var length = rest.IndexOfAnyExcept(NameBytes);
        if (length <= 0 || length + 2 > rest.Length || rest[length] != (byte)'=' || rest[length + 1] != (byte)'"' || ++attributes > MostAttributes)
            return null;
        name = rest[..length];
        rest = rest[(length + 2)..];
        var end = rest.IndexOf((byte)'"');
        if (end < 0)
            return null;
        value = rest[..end];
        if (value.ContainsAny(UnusualInValue) || !IsText(value))
            return null;
        at += 1 + length + 2 + end + 1;
        return true;
    }

    /// <summary>Whether a tag that is open has no attribute left.</summary>
    public readonly bool IsAtTagEnd => at < bytes.Length && bytes[at] is (byte)'>' or (byte)'/';

    /// <summary>The bytes between two tags, where nothing but these bytes stands between these tags. Nothing is taken.</summary>
    public readonly bool Between(ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing, out ReadOnlySpan<byte> value)
    {
        value = default;
        var rest = bytes[at..];
        if (!rest.StartsWith(opening))
            return false;
        rest = rest[opening.Length..];
        var end = rest.IndexOf((byte)'<');
        if (end < 0 || !rest[end..].StartsWith(closing))
            return false;
        value = rest[..end];
        return true;
    }

    /// <summary>Takes as many bytes as were seen to stand next.</summary>
    public void Pass(int count) => at += count;

    /// <summary>Takes text up to the next tag, as characters.</summary>
    /// <returns>False where it is too long for the buffer, blank, or unusual.</returns>
    public bool Text(TextBuffer buffer, bool keepsBlanks)
    {
        var rest = bytes[at..];
        var end = rest.IndexOf((byte)'<');
        if (end < 0)
            return false;
        var text = rest[..end];
        at += end;
        // XML drops a text of nothing but blanks, unless it is told not to.
        if (!keepsBlanks && text.Length > 0 && text.IndexOfAnyExcept(Blanks) < 0)
            return false;
        return text.ContainsAny(Unusual) ? Referring(text, buffer) : Plain(text, buffer);
    }

    private static bool IsText(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0;

    private static bool Plain(ReadOnlySpan<byte> text, TextBuffer buffer)
    {
        var to = buffer.Array.AsSpan(buffer.Length);
        if (Utf8.ToUtf16(text, to, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done || to[..written].ContainsAny('\uFFFE', '\uFFFF'))
            return false;
        buffer.Length += written;
        return !buffer.IsFull;
    }

    private static bool Referring(ReadOnlySpan<byte> text, TextBuffer buffer)
    {
        while (true)
        {
            var next = text.IndexOf((byte)'&');
            var before = next < 0 ? text : text[..next];
            if (before.ContainsAny(Unusual) || !Plain(before, buffer))
                return false;
            if (next < 0)
                return true;
            text = text[next..];
            if (Referred(ref text) is not { } character || buffer.IsFull)
                return false;
            buffer.Array[buffer.Length++] = character;
        }
    }

    private static char? Referred(ref ReadOnlySpan<byte> text)
    {
        foreach (var (reference, character) in References)
        {
            if (text.StartsWith(reference))
            {
                text = text[reference.Length..];
                return character;
            }
        }
        return null;
    }
}
