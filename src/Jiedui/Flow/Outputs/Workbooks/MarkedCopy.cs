using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Marking;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>
/// The copy of an imported file that goes back to its sender: the cells to be corrected are coloured and say in a comment what is wrong and what to do; all else
/// is as it was. A .csv or .xls, which cannot hold that, comes back as an .xlsx of the same rows. Corrected, it can be imported again.
/// </summary>
public static class MarkedCopy
{
    private const string Suffix = "（需修改）";

    /// <param name="path">The file as it was imported.</param>
    /// <param name="shownName">The name by which the user knows it.</param>
    /// <param name="findings">By sheet name. Those that only inform are not marked.</param>
    /// <param name="directory">Where the copy goes; made where it is missing.</param>
    /// <returns>The copy's path; null where there is nothing to mark.</returns>
    /// <exception cref="UnreadableFileException">The file is no workbook.</exception>
    public static string? Write(string path, string shownName, IReadOnlyDictionary<string, IReadOnlyList<Finding>> findings, string directory)
    {
        using var workbook = Workbook.Open(path, shownName);
        var marks = workbook.Sheets.Select(sheet => SheetMarks.Of(sheet, findings)).ToList();
        if (marks.All(sheet => sheet.Cells.Count == 0))
            return null;
        Directory.CreateDirectory(directory);
        var stem = Path.GetFileNameWithoutExtension(workbook.Name);
        if (workbook.Format == WorkbookFormat.Xlsx && TryMark(path, marks, directory, stem) is { } marked)
            return marked;
        return Finish(directory, stem, ".xlsx", copy =>
        {
            // A sheet's name may have been too long or too odd for Excel.
            var names = PlainCopy.Write(workbook, copy);
            PackageMarking.Mark(copy, [.. marks.Select((sheet, at) => sheet with { Sheet = names[at] })]);
        });
    }

    /// <summary>Marks within the file's own package; null where the package is one that can be read and yet not be written.</summary>
    private static string? TryMark(string path, IReadOnlyList<SheetMarks> marks, string directory, string stem)
    {
        try
        {
            return Finish(directory, stem, PackageMarking.ExtensionOf(path), copy =>
            {
                File.Copy(path, copy, overwrite: true);
                File.SetAttributes(copy, FileAttributes.Normal);
                PackageMarking.Mark(copy, marks);
            });
        }
        catch (Exception odd) when (odd is OpenXmlPackageException or XmlException or FileFormatException or InvalidDataException or UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the place and moves there when whole: a copy that broke off is never taken for one.</summary>
    private static string Finish(string directory, string stem, string extension, Action<string> write)
    {
        var target = Path.Combine(directory, stem + Suffix + extension);
        var unfinished = Path.Combine(directory, $".{Guid.NewGuid():N}{extension}");
        try
        {
            write(unfinished);
            File.Move(unfinished, target, overwrite: true);
            return target;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
