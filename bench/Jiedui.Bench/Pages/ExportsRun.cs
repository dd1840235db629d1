using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Jiedui.Bench.Results;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench.Pages;

/// <summary>The whole roster as a file, each in a process of its own, against zipping, or copying, the same bytes once more.</summary>
internal static class ExportsRun
{
    private const string Again = "again";

    public static Section Go(IReadOnlyList<int> sizes)
    {
        var lines = new List<Line>();
        foreach (var rows in sizes.Count > 0 ? sizes : [1_000_000])
        {
            using var books = ServedBooks.Make(rows);
            foreach (var format in Enum.GetValues<ExportFormat>())
            {
                var file = Path.Combine(Path.GetDirectoryName(books.DataFolder)!, "roster." + format.ToString().ToLowerInvariant());
                var export = InProcess(format.ToString(), books.DataFolder, file);
                var floor = InProcess(Again, books.DataFolder, file);
                File.Delete(file);
                lines.Add(new Line(
                    rows.ToString("#,##0", CultureInfo.InvariantCulture) + " rows", $"{format}: {(rows / export.Seconds).ToString("#,##0", CultureInfo.InvariantCulture)} rows/s", [export.Seconds], "s")
                {
                    Cpu = export.Cpu,
                    PeakMiB = export.PeakBytes / 1048576.0,
                    Against = [(floor.Seconds, format == ExportFormat.Xlsx ? "inflating and zipping the same" : "copying the same")],
                    Goal = "none truncated, bounded memory",
                });
            }
        }
        return new Section("exports", "Exports", "All records of the roster in clear, read, opened and written in a stream, each in a process of its own.", lines);
    }

    public static Measurement Measure(string format, string data, string file)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        if (format == Again)
            WriteAgain(file);
        else
            Export(Enum.Parse<ExportFormat>(format), data, file);
        return new Measurement(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, PeakMemory.Bytes());
    }

    private static void Export(ExportFormat format, string data, string file)
    {
        var database = Database.Open(data, Article.Catalogue.Ledgers);
        using var connection = database.Connect();
        var book = new LedgerBook(connection, database.Vault);
        using var moment = book.AtOneMoment();
        LedgerExport.Of(book, Article.Catalogue.Ledger("labour.workers")!, new Reach(Partnerships.All(connection)[0].Id), isClear: true).Write(format, file);
    }

    private static void WriteAgain(string file)
    {
        var copy = file + ".again";
        if (Path.GetExtension(file) == ".xlsx")
            ZipAgain(file, copy);
        else
            File.Copy(file, copy);
        File.Delete(copy);
    }

    private static void ZipAgain(string file, string copy)
    {
        using var from = ZipFile.OpenRead(file);
        using var to = ZipFile.Open(copy, ZipArchiveMode.Create);
        foreach (var part in from.Entries)
        {
            using var read = part.Open();
            using var written = to.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
            read.CopyTo(written);
        }
    }

    private static Measurement InProcess(string format, string data, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["export", format, data, file]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Measurement.Parse(output) : throw new InvalidOperationException($"The export as {format} ended with {process.ExitCode}.");
    }
}
