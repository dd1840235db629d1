using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>How good the evidence behind a figure is.</summary>
public sealed class GradeTests : IDisposable
{
    private readonly EvidenceOffice office = new();

    [Fact]
    public void A_record_has_the_grade_of_its_best_file_and_one_that_only_names_evidence_states_it()
    {
        Assert.Equal(new GradeCounts(0, 0, 2, 2), Grades());
        office.Attach(1, "合影.jpg", Photo.Taken());
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Voucher);
        office.Attach(3, "合影.jpg", Photo.Taken());
        Assert.Equal(new GradeCounts(1, 1, 1, 1), Grades());
        Assert.Equal(EvidenceGrade.None, Grades().Worst);
        office.Attach(4, "说明.pdf", EvidenceFiles.Pdf("说明"));
        Assert.Equal(EvidenceGrade.Statement, Grades().Worst);
    }

    [Fact]
    public void A_trace_counts_what_is_attached_and_what_is_only_named_once()
    {
        Assert.Equal([2, 1, 0, 0], Trace().Select(line => line.Evidence));
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        Assert.Equal(2, Trace()[0].Evidence);
        office.Attach(1, "现场照片.jpg", Photo.Taken());
        office.Attach(1, "另一张.png", Photo.Png(4, 4, SkiaSharp.SKColors.Red));
        office.Attach(3, "说明.pdf", EvidenceFiles.Pdf("说明"));
        Assert.Equal([3, 1, 1, 0], Trace().Select(line => line.Evidence));
    }

    [Fact]
    public void A_figure_can_be_asked_with_the_records_of_one_grade()
    {
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Voucher);
        Assert.Equal(1, office.Office.Figure("labour.job_fairs", query => query with { Grade = EvidenceGrade.Voucher }).Value);
        Assert.Equal(2, office.Office.Figure("labour.job_fairs", query => query with { Grade = EvidenceGrade.None }).Value);
        Assert.Equal([3L, 4L], Trace(query => query with { Grade = EvidenceGrade.None }).Select(line => line.Record));
    }

    [Fact]
    public void Grades_can_be_asked_as_they_were_known()
    {
        var before = DateTimeOffset.UtcNow;
        office.Attach(3, "合影.jpg", Photo.Taken());
        var between = DateTimeOffset.UtcNow;
        office.Remove(3, office.Of(3)[0].Id);
        Assert.Equal(new GradeCounts(0, 0, 2, 2), Grades(query => query with { AsOf = before }));
        Assert.Equal(new GradeCounts(0, 1, 2, 1), Grades(query => query with { AsOf = between }));
        Assert.Equal(1, Trace(query => query with { AsOf = between })[2].Evidence);
        Assert.Equal(new GradeCounts(0, 0, 2, 2), Grades());
    }

    [Fact]
    public void A_withdrawn_or_corrected_record_keeps_its_files_and_counts_as_it_stands()
    {
        office.Attach(3, "合影.jpg", Photo.Taken());
        office.Office.Import(office.Sheet(["2020-05-01", "直播带岗", "现场招聘会", "人社局", null]));
        Assert.Single(office.Of(3));
        Assert.Equal(new GradeCounts(0, 1, 2, 1), Grades());
    }

    [Fact]
    public void Every_figure_grades_the_records_that_its_trace_lists()
    {
        office.Attach(2, "合影.jpg", Photo.Taken());
        var figures = new Figures(office.Office.Connection, Article.Catalogue, office.Office.Database.Vault);
        var query = new FigureQuery(office.Office.Partnership, Installation.AllTime);
        foreach (var indicator in Article.Catalogue.Indicators)
            Assert.Equal(figures.Trace(indicator, query, 10_000).Select(line => (line.Ledger, line.Record)).Distinct().Count(), figures.Grades(indicator, query).All);
    }

    [Fact]
    public void The_figures_that_lack_evidence_are_listed_until_none_of_their_records_does()
    {
        var figures = new Figures(office.Office.Connection, Article.Catalogue, office.Office.Database.Vault);
        var query = new FigureQuery(office.Office.Partnership, Installation.AllTime);
        Assert.Equal((4, 2, 4), GradesAnswer.Missing(figures, query, Article.Catalogue.Indicators).Where(one => one.Code == "labour.job_fairs").Select(one => (one.Records, one.Without, one.Worst)).Single());
        office.Attach(3, "合影.jpg", Photo.Taken());
        office.Attach(4, "合影.jpg", Photo.Taken());
        Assert.DoesNotContain(GradesAnswer.Missing(figures, query, Article.Catalogue.Indicators), one => one.Code == "labour.job_fairs");
    }

    public void Dispose() => office.Dispose();

    private GradeCounts Grades(Func<FigureQuery, FigureQuery>? ask = null) =>
        new Figures(office.Office.Connection, Article.Catalogue, office.Office.Database.Vault).Grades(Article.Catalogue.Indicator("labour.job_fairs")!, Asked(ask));

    private IReadOnlyList<TraceLine> Trace(Func<FigureQuery, FigureQuery>? ask = null) =>
        new Figures(office.Office.Connection, Article.Catalogue, office.Office.Database.Vault).Trace(Article.Catalogue.Indicator("labour.job_fairs")!, Asked(ask), 100);

    private FigureQuery Asked(Func<FigureQuery, FigureQuery>? ask) => (ask ?? (query => query))(new FigureQuery(office.Office.Partnership, Installation.AllTime));
}
