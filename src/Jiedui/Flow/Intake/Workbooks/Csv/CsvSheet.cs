using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Jiedui.Flow.Intake.Workbooks.Csv;

/// <summary>A text of separated values. Every cell is text: what it means is read later, where the column is known.</summary>
internal sealed class CsvSheet : Sheet
{
    private readonly Stream file;

    private readonly string fileName;

    private readonly Encoding encoding;

    private readonly CsvDataReaderOptions options;

    private CsvSheet(Stream file, string fileName)
        : base(Path.GetFileNameWithoutExtension(fileName))
    {
        this.file = file;
        this.fileName = fileName;
        encoding = CsvEncoding.Of(file, fileName);
        using var text = TextFromStart();
        options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = CsvSeparator.Of(text),
            CsvStyle = CsvStyle.Standard,
            MaxBufferSize = Limits.CsvRecordCharacters,
        };
    }

    public override IReadOnlyList<CellRange> Merges => [];

    public static CsvSheet Of(Stream file, string fileName) => new(file, fileName);

    public override IEnumerable<RawRow> Rows()
    {
        using var text = TextFromStart();
        // The row number counts records, blank ones too: a line break inside quotes starts no new row, in Excel as here.
        var number = 0L;
        var recent = new List<RecentTexts>();
        RawCell[] row = [];
        using var csv = Guarded(() => CsvDataReader.Create(text, options), 1);
        while (Guarded(csv.Read, number + 1))
        {
            number++;
            var cells = CellsOf(csv, (int)number, recent, ref row);
            if (cells.Length > 0)
                yield return new RawRow((int)number, cells);
        }
    }

    /// <param name="row">Memory for a row, used again and again.</param>
    private RawCell[] CellsOf(CsvDataReader csv, int number, List<RecentTexts> recent, ref RawCell[] row)
    {
        if (csv.RowFieldCount > Limits.Columns)
            throw Refusal.TooManyColumns(fileName, Name, number);
        if (row.Length < csv.RowFieldCount)
            row = new RawCell[csv.RowFieldCount];
        var filled = 0;
        for (var column = 0; column < csv.RowFieldCount; column++)
        {
            var value = csv.GetFieldSpan(column);
            if (value.Length > Limits.CellCharacters)
                throw Refusal.CellTooLong(fileName, Name, CellAddress.Of(number, column));
            if (!value.IsEmpty)
                row[filled++] = new RawCell(column, RawKind.Text, TextOf(value, column, recent));
        }
        return row[..filled];
    }

    /// <param name="recent">By column.</param>
    private static string TextOf(ReadOnlySpan<char> value, int column, List<RecentTexts> recent)
    {
        const int most = 64;
        if (column >= most)
            return value.ToString();
        while (recent.Count <= column)
            recent.Add(new RecentTexts());
        return recent[column].Of(value);
    }

    private StreamReader TextFromStart()
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 << 10, leaveOpen: true);
    }

    private T Guarded<T>(Func<T> read, long row)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException broken)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"第 {row} 行超过 {Limits.CsvRecordCharacters} 个字符，可能缺少换行，或双引号不成对");
            throw Refusal.Damaged(fileName, where, broken);
        }
        catch (CsvFormatException broken)
        {
            throw Refusal.Quoting(fileName, row, broken);
        }
        catch (DecoderFallbackException broken)
        {
            throw Refusal.Truncated(fileName, broken);
        }
    }
}
