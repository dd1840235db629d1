using System.Diagnostics;
using Jiedui.Bench.Results;

namespace Jiedui.Bench.Steps;

/// <summary>One thing that is measured.</summary>
/// <param name="IsByRow">Whether it goes through the workbook's rows, so that what a row costs says something.</param>
/// <param name="Prepared">Does what must be there before, and returns what is timed.</param>
internal sealed record Step(string Name, string Title, bool IsByRow, Func<Bench, Action> Prepared)
{
    public static readonly Step Inflate = new("inflate", "inflate the sheet, no more", true, InflateStep.Prepared);
    public static readonly Step MiniExcel = new("miniexcel", "MiniExcel 1.46 reads it", true, MiniExcelStep.Prepared);
    public static readonly Step Engine = new("engine", "the database alone writes the same rows", true, EngineStep.Prepared) { HeldAgainst = [Inflate, MiniExcel] };
    public static readonly Step Import = new("import", "Jiedui imports it", true, ImportStep.First) { HeldAgainst = [Inflate, MiniExcel, Engine], Goal = "≤ 20× inflating (aim 10×), < 0.5× MiniExcel, ≤ 400 MiB" };
    public static readonly Step Reimport = new("reimport", "… imports it again", true, ImportStep.Again) { HeldAgainst = [Inflate, Import], Goal = "≤ 0.5× the first" };
    public static readonly Step Corrected = new("corrected", "… again, 1 % of the rows corrected", true, ImportStep.Corrected) { HeldAgainst = [Import] };
    public static readonly Step Corrections = new("corrections", "a file of 1 % corrections alone", false, ImportStep.CorrectionsAlone) { HeldAgainst = [Import], Goal = "< 0.25× the first" };
    public static readonly Step CsvBytes = new("csv-bytes", "read the bytes of the same as .csv", true, CsvStep.Bytes);
    public static readonly Step CsvLibrary = new("csv-library", "Sylvan.Data.Csv 1.4 finds its cells, and makes no text of them", true, CsvStep.Library) { HeldAgainst = [CsvBytes] };
    public static readonly Step CsvCells = new("csv-cells", "Jiedui reads its cells", true, CsvStep.Cells) { HeldAgainst = [CsvBytes, CsvLibrary], Goal = "≤ 5× its bytes" };
    public static readonly Step CsvImport = new("csv-import", "Jiedui imports it", true, CsvStep.Import) { HeldAgainst = [CsvBytes, Import] };
    public static readonly Step XlsLibrary = new("xls-library", "ExcelDataReader 3.6 reads the same as .xls (65,535 rows at most)", false, XlsStep.Library);
    public static readonly Step XlsCells = new("xls-cells", "Jiedui reads its cells", false, XlsStep.Cells) { HeldAgainst = [XlsLibrary], Goal = "as fast as its library" };
    public static readonly Step Figures = new("figures", "all indicators", false, FiguresStep.Prepared);
    public static readonly Step Report = new("report", "one report, .docx", false, ReportStep.Prepared);

    public static readonly Step Case = new("case", "import the case", false, CaseStep.Prepared);
    public static readonly Step LongReport = new("long-report", "500 figures, annex of 10,000 rows, .docx", false, LongReportStep.Prepared);
    public static readonly Step Zip = new("zip", "zip its text, no more", false, ZipStep.Prepared);

    /// <summary>In the order in which a round takes them: the later ones ask what the import stored.</summary>
    public static IReadOnlyList<Step> All { get; } = [Inflate, MiniExcel, Import, Engine, Reimport, Corrected, Corrections, Figures, Report, CsvBytes, CsvLibrary, CsvCells, CsvImport, XlsLibrary, XlsCells];

    /// <summary>Floors and peers of the same round.</summary>
    public IReadOnlyList<Step> HeldAgainst { get; private init; } = [];

    /// <summary>What it should come to; null where nothing was set.</summary>
    public string? Goal { get; private init; }

    /// <summary>What it is called where something else is held against it.</summary>
    public string Short => this == Inflate ? "inflating" : this == MiniExcel ? "MiniExcel" : this == CsvBytes ? "its bytes" : this == XlsLibrary || this == CsvLibrary ? "its library" : this == Engine ? "the database alone" : "the first";

    public static Step Named(string name) => All.Concat([Case, LongReport, Zip]).First(step => step.Name == name);

    public Measurement Measure(Bench bench)
    {
        var timed = Prepared(bench);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        timed();
        return new Measurement(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, PeakMemory.Bytes());
    }
}
