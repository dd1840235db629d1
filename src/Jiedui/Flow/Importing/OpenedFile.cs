using System.Security.Cryptography;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Importing;

/// <summary>A file that could be opened, with the sheets that hold anything, in the order in which they are read: registry first.</summary>
internal sealed class OpenedFile : IDisposable
{
    private readonly Workbook workbook;

    private OpenedFile(ImportFile file, Workbook workbook, IReadOnlyList<PlannedSheet> sheets)
    {
        File = file;
        this.workbook = workbook;
        Sheets = sheets;
    }

    public ImportFile File { get; }

    /// <summary>In the workbook's order.</summary>
    public IReadOnlyList<PlannedSheet> Sheets { get; }

    /// <summary>The place of its first ledger in the catalogue: files are read in this order.</summary>
    public int Order => Sheets.Select(sheet => sheet.Order).DefaultIfEmpty(int.MaxValue).Min();

    public static OpenedFile Open(ImportFile file, Catalogue catalogue, Func<Sheet, Layout> layoutOf)
    {
        var workbook = Workbook.Open(file.Open(), file.Name);
        try
        {
            var sheets = new List<PlannedSheet>();
            foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Rows().Any() && !NoLedger.Says(sheet)))
            {
                var layout = layoutOf(sheet);
                var order = layout.Ledger is { } ledger ? catalogue.Ledgers.ToList().IndexOf(ledger) : int.MaxValue;
                sheets.Add(new PlannedSheet(sheet, layout, order));
            }
            return sheets.Count > 0 ? new OpenedFile(file, workbook, sheets) : throw new UnreadableFileException(
                "file.empty", $"“{file.Name}”里没有任何内容。", "请确认文件已保存，再重新上传。");
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public (string Sha256, long Bytes) Print()
    {
        using var stream = File.Open();
        return (Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    public void Dispose() => workbook.Dispose();
}

internal sealed record PlannedSheet(Sheet Sheet, Layout Layout, int Order);
