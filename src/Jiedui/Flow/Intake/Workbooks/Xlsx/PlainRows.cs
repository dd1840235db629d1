using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// The rows of a sheet as nearly all programs write them, read straight from its bytes: several times as fast as XML. It reads only what it knows, and stops at
/// the first thing that it does not; then the sheet is to be read as XML. A row that it gives is the row that XML would give.
/// </summary>
internal sealed class PlainRows : IDisposable
{
    private const int FirstBytes = 256 << 10;
    private const int LongestRow = 4 << 20;
    private const int LongestTail = 4 << 20;

    /// <summary>XFD1048576.</summary>
    private const int LongestAddress = 10;

    /// <summary>Of this many columns it is kept what they said lately.</summary>
    private const int MostRecent = 64;

    private static readonly byte[][] RowAttributes = Names("r spans s customFormat ht hidden customHeight outlineLevel collapsed thickTop thickBot ph x14ac:dyDescent");
    private static readonly byte[][] CellAttributes = Names("r s t");
    private static readonly byte[][] FormulaAttributes = Names("t ref si ca aca dt2D dtr r1 r2 del1 del2 bx");
    private static readonly int Descent = RowAttributes.Length - 1;

    private static ReadOnlySpan<byte> Value => "<v>"u8;

    private static ReadOnlySpan<byte> ValueEnd => "</v></c>"u8;

    private static ReadOnlySpan<byte> InlineText => "<is><t>"u8;

    private static ReadOnlySpan<byte> InlineTextEnd => "</t></is></c>"u8;

    private readonly XlsxPackage package;
    private readonly string part;
    private readonly CellContent content;
    private readonly InflatingStream? stream;
    private readonly TextBuffer text = new();
    private readonly List<RawCell> cells = [];
    private readonly List<RecentCells> recent = [];
    private byte[] bytes = new byte[FirstBytes];
    private int start;
    private int end;
    private byte[]? head;
    private bool hasDescents;
    private int number;

    /// <summary>The row's number, as its cells' addresses end with it.</summary>
    private readonly byte[] rowDigits = new byte[LongestAddress];
    private int rowDigitCount;

    public PlainRows(XlsxPackage package, string part, CellContent content)
    {
        (this.package, this.part, this.content) = (package, part, content);
        stream = package.Find(part);
    }

    /// <summary>Whether all rows were read, and what stands around them is sound.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The next row that holds anything; false at the end of what is plain.</summary>
    public bool TryRead([NotNullWhen(true)] out RawRow? row)
    {
        row = null;
        if (stream is null || head is null && !ReadHead())
            return false;
        while (row is null)
        {
            if (NextRow() is not { Length: > 0 } next)
                return false;
            if (!Read(next))
                return false;
            if (cells.Count > 0)
                row = new RawRow(number, cells.ToArray());
        }
        return true;
    }

    public void Dispose() => stream?.Dispose();

    /// <summary>What stands before the rows: XML of one root, in UTF-8, and nothing odd in it.</summary>
    private bool ReadHead()
    {
        while (end < bytes.Length && Fill())
        {
        }
        var seen = bytes.AsSpan(0, end);
        var at = seen.IndexOf("<sheetData>"u8);
        if (at < 0)
            return false;
        start = at + "<sheetData>".Length;
        var before = seen[..start];
        if (before.IndexOf("<!"u8) >= 0 || before.LastIndexOf("<?"u8) > 3 || before[0] is not ((byte)'<' or 0xEF))
            return false;
        head = before.ToArray();
        hasDescents = before.IndexOf(" xmlns:x14ac=\""u8) >= 0;
        return IsUtf8(before) && IsSound("</sheetData></worksheet>"u8);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("encoding="u8);
        if (at < 0 || at > head.IndexOf("?>"u8))
            return true;
        var name = head[(at + "encoding=".Length + 1)..];
        return name.Length > 5 && Ascii.EqualsIgnoreCase(name[..5], "utf-8"u8) && name[5] is (byte)'"' or (byte)'\'';
    }

    /// <summary>What stands behind the rows.</summary>
    private bool ReadTail()
    {
        var tail = new MemoryStream();
        do
        {
            tail.Write(bytes.AsSpan(start, end - start));
            start = end = 0;
        }
        while (tail.Length <= LongestTail && Fill());
        return tail.Length <= LongestTail && IsSound(tail.GetBuffer().AsSpan(0, (int)tail.Length));
    }

    /// <summary>Whether head and this, with no row between them, are XML with the rows where they belong.</summary>
    private bool IsSound(ReadOnlySpan<byte> tail)
    {
        try
        {
            using var xml = PartReader.Over(package, part, new MemoryStream([.. head!, .. tail]));
            if (!xml.NextRoot())
                return false;
            var found = 0;
            while (xml.NextChild(0))
                found += xml.Element == "sheetData" ? 1 : 0;
            while (xml.Read())
            {
            }
            return found == 1;
        }
        catch (UnreadableFileException)
        {
            // Read as XML from its start, it will tell where.
            return false;
        }
    }

    /// <summary>The bytes of the next row; none at the end of the rows, or where something else stands there.</summary>
    private ReadOnlySpan<byte> NextRow()
    {
        var searched = 0;
        while (true)
        {
            var rest = bytes.AsSpan(start, end - start);
            var markup = new PlainMarkup(rest);
            markup.SkipBlanks();
            if (markup.Take("</sheetData>"u8))
            {
                IsWhole = ReadTail();
                return [];
            }
            var open = rest.IndexOf((byte)'>');
            if (open > 0 && rest[open - 1] == (byte)'/')
                return Taken(open + 1);
            // A tag cannot stand within a text or a value, so the first that closes a row closes this one.
            var close = rest[searched..].IndexOf("</row>"u8);
            if (close >= 0)
                return Taken(searched + close + "</row>".Length);
            searched = Math.Max(0, rest.Length - "</row>".Length);
            if (!FillMore())
                return [];
        }
    }

    private ReadOnlySpan<byte> Taken(int length)
    {
        start += length;
        return bytes.AsSpan(start - length, length);
    }

    private bool Read(ReadOnlySpan<byte> row)
    {
        cells.Clear();
        var markup = new PlainMarkup(row);
        markup.SkipBlanks();
        if (!markup.Open("<row"u8) || !ReadNumber(ref markup))
            return false;
        if (markup.Take("/>"u8))
            return markup.IsAtEnd;
        if (!markup.Take(">"u8))
            return false;
        var column = -1;
        for (markup.SkipBlanks(); markup.Open("<c"u8); markup.SkipBlanks())
        {
            if (!ReadCell(ref markup, ref column))
                return false;
        }
        return markup.Take("</row>"u8) && markup.IsAtEnd;
    }

    private bool ReadNumber(ref PlainMarkup markup)
    {
        var stated = number + 1;
        var seen = 0;
        bool? found;
        while ((found = markup.Attribute(out var name, out var value)) == true)
        {
            if (KnownOnce(RowAttributes, name, ref seen) is not { } known || known == Descent && !hasDescents)
                return false;
            if (known == 0 && !(Utf8Parser.TryParse(value, out stated, out var digits) && digits == value.Length && value[0] is >= (byte)'0' and <= (byte)'9'))
                return false;
        }
        if (found is null || stated <= number || stated > Limits.Rows)
            return false;
        number = stated;
        Utf8Formatter.TryFormat(number, rowDigits, out rowDigitCount);
        return true;
    }

    /// <summary>Which of the known attributes one is; null for an unknown one, and for one that stands there twice.</summary>
    private static int? KnownOnce(byte[][] attributes, ReadOnlySpan<byte> name, ref int seen)
    {
        for (var at = 0; at < attributes.Length; at++)
        {
            if (!name.SequenceEqual(attributes[at]))
                continue;
            var isNew = (seen & (1 << at)) == 0;
            seen |= 1 << at;
            return isNew ? at : null;
        }
        return null;
    }

    private bool ReadCell(ref PlainMarkup markup, ref int column)
    {
        var before = column++;
        if (!ReadAttributes(ref markup, ref column, out var type, out var format) || column <= before || column >= Limits.Columns)
            return false;
        if (markup.Take("/>"u8))
            return true;
        if (!markup.Take(">"u8))
            return false;
        var isBare = markup.Between(Value, ValueEnd, out var value);
        var isBareText = !isBare && markup.Between(InlineText, InlineTextEnd, out value);
        var known = isBare || isBareText ? RecentOf(column) : null;
        if (known is not null && known.TryGet(value, type, format, out var same))
        {
            markup.Pass(value.Length + (isBare ? Value.Length + ValueEnd.Length : InlineText.Length + InlineTextEnd.Length));
            cells.Add(same.Value with { Column = column });
            return true;
        }
        text.Clear();
        if (!ReadValue(ref markup) || !markup.Take("</c>"u8))
            return false;
        if (content.Of(type, format, text.Text, number, column, known is not { IsWorthwhile: false }) is { } cell)
        {
            cells.Add(cell);
            known?.Keep(value, type, format, cell);
        }
        return true;
    }

    private RecentCells? RecentOf(int column)
    {
        if (column >= MostRecent)
            return null;
        while (recent.Count <= column)
            recent.Add(new RecentCells());
        return recent[column];
    }

    private bool ReadAttributes(ref PlainMarkup markup, ref int column, out string type, out int format)
    {
        (type, format) = ("n", 0);
        var seen = 0;
        bool? found;
        // As they are nearly always written, in this order; what else there is, or these in another way, is looked at one by one.
        if (markup.TakeAddress(rowDigits.AsSpan(0, rowDigitCount), out var stated))
            (column, seen) = (stated, 1);
        if (markup.Take(" t=\"inlineStr\""u8))
            (type, seen) = ("inlineStr", seen | 4);
        else if (markup.Take(" t=\"n\""u8))
            (type, seen) = ("n", seen | 4);
        else if (markup.Take(" t=\"s\""u8))
            (type, seen) = ("s", seen | 4);
        if (markup.IsAtTagEnd)
            return true;
        while ((found = markup.Attribute(out var name, out var value)) == true)
        {
            var isPlain = KnownOnce(CellAttributes, name, ref seen) switch
            {
                0 => ReadAddress(value, ref column),
                1 => Utf8Parser.TryParse(value, out format, out var digits) && digits == value.Length && value[0] is >= (byte)'0' and <= (byte)'9',
                2 => TypeOf(value) is { } known && (type = known).Length > 0,
                _ => false,
            };
            if (!isPlain)
                return false;
        }
        return found is not null;
    }

    private bool ReadAddress(ReadOnlySpan<byte> value, ref int column)
    {
        Span<char> address = stackalloc char[LongestAddress];
        return value.Length <= LongestAddress && Encoding.ASCII.GetChars(value, address) is var length
            && CellReference.TryRead(address[..length], out var row, out column) && row == number;
    }

    private static byte[][] Names(string names) => [.. names.Split(' ').Select(Encoding.ASCII.GetBytes)];

    private static string? TypeOf(ReadOnlySpan<byte> value) => value switch
    {
        [(byte)'s'] => "s",
        [(byte)'n'] => "n",
        [(byte)'b'] => "b",
        [(byte)'e'] => "e",
        [(byte)'d'] => "d",
        _ => value.SequenceEqual("inlineStr"u8) ? "inlineStr" : value.SequenceEqual("str"u8) ? "str" : null,
    };

    /// <summary>What a formula has come to is all that is wanted of it.</summary>
    private bool PassFormula(ref PlainMarkup markup)
    {
        var seen = 0;
        bool? found;
        while ((found = markup.Attribute(out var name, out _)) == true)
        {
            if (KnownOnce(FormulaAttributes, name, ref seen) is null)
                return false;
        }
        if (found is null || markup.Take("/>"u8))
            return found is not null;
        var isPassed = markup.Take(">"u8) && markup.Text(text, keepsBlanks: true) && markup.Take("</f>"u8);
        text.Clear();
        return isPassed;
    }

    /// <summary>A value, or a string of one piece.</summary>
    private bool ReadValue(ref PlainMarkup markup)
    {
        if (markup.Open("<f"u8) && !PassFormula(ref markup))
            return false;
        if (markup.Take("<v>"u8))
            return markup.Text(text, keepsBlanks: false) && markup.Take("</v>"u8);
        if (!markup.Take("<is>"u8))
            return markup.Take("<v/>"u8) || markup.IsAt("</c>"u8);
        var keepsBlanks = markup.Take("<t xml:space=\"preserve\">"u8);
        return (keepsBlanks || markup.Take("<t>"u8)) && markup.Text(text, keepsBlanks) && markup.Take("</t></is>"u8);
    }

    private bool FillMore()
    {
        if (start > 0)
        {
            bytes.AsSpan(start, end - start).CopyTo(bytes);
            (start, end) = (0, end - start);
        }
        if (end == bytes.Length)
        {
            if (bytes.Length >= LongestRow)
                return false;
            Array.Resize(ref bytes, bytes.Length * 2);
        }
        return Fill();
    }

    private bool Fill()
    {
        var count = stream!.Read(bytes.AsSpan(end));
        stream.TokenEnds();
        end += count;
        return count > 0;
    }
}
