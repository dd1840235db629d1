using System.IO.Compression;

namespace Jiedui.Bench.Steps;

/// <summary>Inflates the sheet and looks at nothing: what no reader of the file can do without.</summary>
internal static class InflateStep
{
    public static Action Prepared(Bench bench) => () =>
    {
        using var package = ZipFile.OpenRead(bench.Workbook);
        using var sheet = package.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var buffer = new byte[64 << 10];
        while (sheet.Read(buffer) > 0)
        {
        }
    };
}
