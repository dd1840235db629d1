using System.IO.Compression;

namespace Jiedui.Bench.Steps;

/// <summary>Zips the text of the long report and does nothing else: what no writer of it can do without.</summary>
internal static class ZipStep
{
    private const string Part = "word/document.xml";

    public static Action Prepared(Bench bench)
    {
        using var text = new MemoryStream();
        using (var report = ZipFile.OpenRead(LongReportStep.FileOf(bench)))
        using (var part = report.GetEntry(Part)!.Open())
            part.CopyTo(text);
        var bytes = text.ToArray();
        return () =>
        {
            using var file = File.Create(LongReportStep.FileOf(bench) + ".zip");
            using var package = new ZipArchive(file, ZipArchiveMode.Create);
            using var entry = package.CreateEntry(Part).Open();
            entry.Write(bytes);
        };
    }
}
