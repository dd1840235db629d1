using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Outputs.Reports;

/// <summary>A ledger of fairs and what is counted of it, declared for these tests alone.</summary>
internal static class SampleLedgers
{
    private static readonly LedgerBuilder It = new("labour.fairs", "招聘活动", "一场招聘活动");

    public static readonly DateColumn Date = It.Date("日期").Required();
    public static readonly TextColumn Name = It.Text("活动名称").Required();
    public static readonly TextColumn Place = It.Text("地点");
    public static readonly TextColumn Phone = It.Phone("电话");
    public static readonly QuantityColumn<Jobs> Jobs = It.Count<Jobs>("岗位数");

    public static readonly Measure<Times> FairsMeasure = Measure<Times>.Flow("labour.job_fairs", "招聘会等就业活动", "场次");
    public static readonly Measure<Jobs> JobsMeasure = Measure<Jobs>.Flow("labour.jobs_offered", "提供就业岗位", "个");
    public static readonly LedgerType Ledger = Declare();

    public static readonly Indicator Fairs = Indicator.Sum(FairsMeasure, "期内举办的招聘会，按举办日期计。");
    public static readonly Indicator JobsOffered = Indicator.Sum(JobsMeasure, "期内招聘活动提供的岗位数 <不含特招>。");

    /// <summary>A catalogue of one field whose section says what a test wants said.</summary>
    public static Catalogue Catalogue(params Sentence[] sentences) => new(
    [
        new Field("labour", "劳务协作", FieldGroup.Drivers)
        {
            Ledgers = [Ledger], Indicators = [Fairs, JobsOffered], Section = new ReportSection("加强劳务协作", new Paragraph(sentences)),
        },
    ]);

    public static Row Fair(string name, int month, string? place = null)
    {
        var row = new Row(Ledger) { [Date] = new PartialDate(2020, month, 1), [Name] = name };
        row[Place] = place;
        return row;
    }

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(FairsMeasure);
        It.Posts(JobsMeasure, Jobs);
        return It.Done();
    }
}
