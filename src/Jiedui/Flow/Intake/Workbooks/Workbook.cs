using Jiedui.Flow.Intake.Workbooks.Csv;
using Jiedui.Flow.Intake.Workbooks.Xls;
using Jiedui.Flow.Intake.Workbooks.Xlsx;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>An open file of tables. Its sheets can be read as long as it is open, one reader at a time.</summary>
public sealed class Workbook : IDisposable
{
    private readonly IDisposable source;

    private Workbook(string name, WorkbookFormat format, IReadOnlyList<Sheet> sheets, IDisposable source)
    {
        Name = name;
        Format = format;
        Sheets = sheets;
        this.source = source;
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; }

    public WorkbookFormat Format { get; }

    /// <summary>In the workbook's order, hidden ones included.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Opens a file by what it holds, not by what its name ends in.</summary>
    /// <exception cref="UnreadableFileException">It is no workbook, or one that breaks a limit.</exception>
    // Who looks at the workbook in Excel may still hand it in.
    public static Workbook Open(string path) => Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10), path);

    /// <summary>Opens what can be searched and lies elsewhere than under the name that the user knows it by.</summary>
    /// <param name="file">Closed with the workbook, or where there is none.</param>
    /// <inheritdoc cref="Open(string)"/>
    public static Workbook Open(Stream file, string shownName)
    {
        try
        {
            return OpenAs(file, LeafOf(shownName));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => source.Dispose();

    private static Workbook OpenAs(Stream file, string name)
    {
        if (file.Length > Limits.FileBytes)
            throw Refusal.TooLarge(name);
        var format = Signature.FormatOf(file, name);
        switch (format)
        {
            case WorkbookFormat.Xlsx:
                var package = XlsxPackage.Open(file, name);
                return new Workbook(name, format, XlsxSheets.Of(package), package);
            case WorkbookFormat.Xls:
                var reading = new XlsReading(file, name);
                return new Workbook(name, format, XlsSheets.Of(reading), reading);
            case WorkbookFormat.Csv:
                return new Workbook(name, format, [CsvSheet.Of(file, name)], file);
            default:
                throw new InvalidOperationException(format.ToString());
        }
    }

    // An uploaded name may carry a folder in the writing of either system.
    private static string LeafOf(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
