using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Marking;
using Jiedui.Sealing;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>
/// The copy of an imported file that goes back to its sender: the cells to be corrected are coloured and say in a comment what is wrong and what to do; all else
/// is as it was. A .csv or .xls, which cannot hold that, comes back as an .xlsx of the same rows. Corrected, it can be imported again.
/// </summary>
public sealed class MarkedCopy : IDisposable
{
    private const string Suffix = "（需修改）";

    private MarkedCopy(string name, ScratchFile content)
    {
        Name = name;
        Content = content;
    }

    /// <summary>The name under which it goes back.</summary>
    public string Name { get; }

    /// <summary>It holds all that the file held, so it waits sealed.</summary>
    public ScratchFile Content { get; }

    /// <param name="open">Opens the file as it was imported.</param>
    /// <param name="shownName">The name by which the user knows it.</param>
    /// <param name="findings">By sheet name. Those that only inform are not marked.</param>
    /// <param name="suite">Under which the copy waits.</param>
    /// <returns>Null where there is nothing to mark.</returns>
    /// <exception cref="UnreadableFileException">The file is no workbook.</exception>
    public static MarkedCopy? Of(Func<Stream> open, string shownName, IReadOnlyDictionary<string, IReadOnlyList<Finding>> findings, Suite suite)
    {
        using var workbook = Workbook.Open(open(), shownName);
        var marks = workbook.Sheets.Select(sheet => SheetMarks.Of(sheet, findings)).ToList();
        if (marks.All(sheet => sheet.Cells.Count == 0))
            return null;
        var name = Path.GetFileNameWithoutExtension(workbook.Name) + Suffix;
        if (workbook.Format == WorkbookFormat.Xlsx && TryMark(open, marks, name, suite) is { } marked)
            return marked;
        return Written(suite, copy =>
        {
            // A sheet's name may have been too long or too odd for Excel.
            var names = PlainCopy.Write(workbook, copy);
            PackageMarking.Mark(copy, [.. marks.Select((sheet, at) => sheet with { Sheet = names[at] })], suite);
            return name + ".xlsx";
        });
    }

    /// <summary>Writes beside the place and moves there when whole: a copy that broke off is never taken for one.</summary>
    /// <param name="directory">Made where it is missing.</param>
    /// <returns>The copy's path.</returns>
    public string SaveIn(string directory)
    {
        Directory.CreateDirectory(directory);
        var target = Path.Combine(directory, Name);
        var unfinished = Path.Combine(directory, $".{Guid.NewGuid():N}{Path.GetExtension(Name)}");
        try
        {
            using (var from = Content.Open())
            using (var to = File.Create(unfinished))
                from.CopyTo(to);
            File.Move(unfinished, target, overwrite: true);
            return target;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public void Dispose() => Content.Dispose();

    /// <summary>Marks within the file's own package; null where the package is one that can be read and yet not be written.</summary>
    private static MarkedCopy? TryMark(Func<Stream> open, IReadOnlyList<SheetMarks> marks, string name, Suite suite)
    {
        try
        {
            return Written(suite, copy =>
            {
                using (var original = open())
                    original.CopyTo(copy);
                PackageMarking.Mark(copy, marks, suite);
                return name + PackageMarking.ExtensionOf(copy);
            });
        }
        catch (Exception odd) when (odd is OpenXmlPackageException or XmlException or FileFormatException or InvalidDataException or UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    private static MarkedCopy Written(Suite suite, Func<Stream, string> write)
    {
        var content = new ScratchFile(suite);
        try
        {
            using var copy = content.Open();
            return new MarkedCopy(write(copy), content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }
}
