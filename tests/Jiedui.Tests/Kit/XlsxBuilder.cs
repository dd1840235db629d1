using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Kit;

/// <summary>
/// Writes a workbook part by part, as odd as a test needs it. A cell is given as null (none), a string, a number, a bool, a DateTime, or <see cref="RawXml"/> for
/// whatever stands inside the row.
/// </summary>
public sealed class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, Action<TextWriter> Write)> sheets = [];

    private readonly Dictionary<string, byte[]?> overrides = [];

    private readonly List<string> shared = [];

    private readonly List<string> formats = ["yyyy-mm-dd"];

    /// <summary>Whether strings go to the shared part, as Excel writes them, or into the cells.</summary>
    public bool SharesStrings { get; init; } = true;

    public bool Is1904 { get; init; }

    /// <summary>XML of a cell (or any other child of row), written as it is.</summary>
    public sealed record RawXml(string Xml);

    /// <summary>The style number to put into s= for a custom number format.</summary>
    public int Style(string formatCode)
    {
        formats.Add(formatCode);
        return formats.Count;
    }

    /// <summary>Adds a sheet; a row given as null is left out.</summary>
    public Xlsx Sheet(string name, IEnumerable<object?[]?> rows, IEnumerable<string>? merges = null, string state = "visible") =>
        SheetXml(name, writer => WriteSheet(writer, rows, merges ?? []), state);

    /// <summary>Adds a sheet whose part is written by the test.</summary>
    public Xlsx SheetXml(string name, Action<TextWriter> write, string state = "visible")
    {
        sheets.Add((name, state, write));
        return this;
    }

    /// <summary>Adds a sheet with the given XML inside sheetData.</summary>
    public Xlsx SheetRows(string name, string rows) => SheetXml(name, writer => writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>Puts other bytes in a part's place, adds a part, or with null leaves it out.</summary>
    public Xlsx Part(string name, byte[]? content)
    {
        overrides[name] = content;
        return this;
    }

    public Xlsx Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Saves to a new file in the folder.</summary>
    public string Save(string folder, string file = "测试.xlsx")
    {
        var path = Path.Combine(folder, file);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Write(zip, "_rels/.rels", Relations([("officeDocument", "xl/workbook.xml")]));
        for (var at = 0; at < sheets.Count; at++)
            Write(zip, $"xl/worksheets/sheet{at + 1}.xml", sheets[at].Write);
        Write(zip, "xl/workbook.xml", WriteWorkbook);
        Write(zip, "xl/_rels/workbook.xml.rels", Relations([.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]));
        Write(zip, "xl/sharedStrings.xml", writer => writer.Write($"<sst xmlns=\"{Main}\">{string.Concat(shared.Select(text => $"<si><t xml:space=\"preserve\">{Escaped(text)}</t></si>"))}</sst>"));
        Write(zip, "xl/styles.xml", WriteStyles);
        foreach (var (name, content) in overrides.Where(other => other.Value is not null))
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
        return path;
    }

    private static string Escaped(string text) => SecurityElement.Escape(text)!;

    private static Action<TextWriter> Relations(IReadOnlyList<(string Kind, string Target)> relations) => writer =>
    {
        writer.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var at = 0; at < relations.Count; at++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{at + 1}\" Type=\"{Office}/{relations[at].Kind}\" Target=\"{relations[at].Target}\"/>"));
        writer.Write("</Relationships>");
    };

    private void Write(ZipArchive zip, string part, Action<TextWriter> write)
    {
        if (overrides.ContainsKey(part))
            return;
        using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open());
        write(writer);
    }

    private void WriteWorkbook(TextWriter writer)
    {
        writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(Is1904 ? 1 : 0)}\"/><sheets>");
        for (var at = 0; at < sheets.Count; at++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{Escaped(sheets[at].Name)}\" sheetId=\"{at + 1}\" state=\"{sheets[at].State}\" r:id=\"rId{at + 1}\"/>"));
        writer.Write("</sheets></workbook>");
    }

    private void WriteStyles(TextWriter writer)
    {
        writer.Write($"<styleSheet xmlns=\"{Main}\"><numFmts>");
        for (var at = 0; at < formats.Count; at++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{at + 164}\" formatCode=\"{Escaped(formats[at])}\"/>"));
        writer.Write("</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>");
        for (var at = 0; at < formats.Count; at++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{at + 164}\"/>"));
        writer.Write("</cellXfs></styleSheet>");
    }

    private void WriteSheet(TextWriter writer, IEnumerable<object?[]?> rows, IEnumerable<string> merges)
    {
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row is null)
                continue;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
            for (var column = 0; column < row.Length; column++)
                writer.Write(CellXml(CellAddress.Of(number, column), row[column]));
            writer.Write("</row>");
        }
        var ranges = string.Concat(merges.Select(range => $"<mergeCell ref=\"{range}\"/>"));
        writer.Write($"</sheetData>{(ranges.Length > 0 ? $"<mergeCells>{ranges}</mergeCells>" : "")}</worksheet>");
    }

    private string CellXml(string address, object? value) => value switch
    {
        null => "",
        RawXml raw => raw.Xml,
        string text when SharesStrings => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" t=\"s\"><v>{Shared(text)}</v></c>"),
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>",
        bool flag => $"<c r=\"{address}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        DateTime date => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" s=\"1\"><v>{date.ToOADate() - (Is1904 ? 1462 : 0):R}</v></c>"),
        IFormattable number => $"<c r=\"{address}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException(value.GetType().Name),
    };

    private int Shared(string text)
    {
        shared.Add(text);
        return shared.Count - 1;
    }
}
