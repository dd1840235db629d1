using System.Globalization;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

/// <summary>What the tests of this folder share: a folder to write into, and short ways to look at what was read.</summary>
public abstract class WorkbooksTest : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected List<RawRow> RowsOf(Xlsx xlsx) => RowsOf(xlsx.Save(Folder.Path));

    protected static List<RawRow> RowsOf(string path)
    {
        using var workbook = Workbook.Open(path);
        return [.. workbook.Sheets[0].Rows()];
    }

    /// <summary>Each row as number: column=text ...</summary>
    protected static string Shown(IEnumerable<RawRow> rows) => string.Join("\n", rows.Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Number}:") + string.Concat(row.Cells.Select(cell => $" {CellAddress.ColumnLetters(cell.Column)}={cell.Text}"))));

    /// <summary>Opens and reads everything, which must be refused in Chinese and without the folder's name.</summary>
    protected UnreadableFileException Refused(string path, string code)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => ReadAll(path));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(Path.GetFileName(path), refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Folder.Path, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
        return refusal;
    }

    protected static long ReadAll(string path)
    {
        using var workbook = Workbook.Open(path);
        return workbook.Sheets.Sum(sheet => sheet.Merges.Count + sheet.Rows().LongCount());
    }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
