using Jiedui.App.Reporting;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Composing;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Prose;
using Jiedui.Measures;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>
/// Asks 500 figures of the books, each with its trace, evidence and grades, tells them in paragraphs, and writes them as .docx with an annex of 10,000 rows: those
/// 500, and again under other names.
/// </summary>
internal static class LongReportStep
{
    private const int Figures = 500;
    private const int Rows = 10_000;
    private const int InParagraph = 10;

    public static string FileOf(Bench bench) => Path.Combine(bench.Folder, "long.docx");

    public static Action Prepared(Bench bench)
    {
        var books = new Books(bench);
        return () => ReportWriter.Write(Composed(books), FileOf(bench));
    }

    private static ReportDocument Composed(Books books)
    {
        var source = Reporter.Source(books.Figures);
        var told = Periods(books.Period).SelectMany(period => Told(books, source, period)).Take(Figures).ToList();
        if (told.Count < Figures)
            throw new InvalidOperationException($"The books tell only {told.Count} figures.");
        var facts = told.ConvertAll(one => one.Fact);
        return new ReportDocument
        {
            Title = ["工作纪实"],
            Blocks = [.. told.Chunk(InParagraph).Select(some => new ParagraphBlock([.. some]))],
            Facts = [.. Enumerable.Range(0, Rows).Select(row => row < Figures ? facts[row] : facts[row % Figures] with { Id = $"{facts[row % Figures].Id}-{row / Figures}" })],
            Request = new ReportRequest(books.Partnership.Id, books.Partnership.Giver, books.Partnership.Receiver, books.Period, DateOnly.FromDateTime(DateTime.Today)),
        };
    }

    private static IEnumerable<FigureRun> Told(Books books, ReportSource source, Period period)
    {
        var register = new FactRegister(source, new FigureQuery(books.Partnership.Id, period));
        foreach (var figure in Article.Catalogue.Indicators.Select(indicator => register.Ask(indicator, [])).OfType<Figure>())
        {
            register.Keep([register.Tell(figure, FigureProse.Write(figure))]);
            yield return new FigureRun(register.Facts[^1], register.Facts[^1].Text);
        }
    }

    /// <summary>The whole life, its years and its months.</summary>
    private static IEnumerable<Period> Periods(Period life) =>
    [
        life, .. Enumerable.Range(life.From.Year, life.To.Year - life.From.Year + 1).Select(year => new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))), .. life.Months(),
    ];
}
