using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>产业帮扶项目: one project, with the money that the helping side planned for it. What was really paid stands in <see cref="Funds"/>.</summary>
public static class Projects
{
    private static readonly LedgerBuilder It = new("industry.projects", "产业帮扶项目", "一个产业帮扶项目");

    public static readonly TextColumn Number = It.Text("项目编号").Also("项目代码", "编号");
    public static readonly TextColumn Name = It.Text("项目名称").Also("名称", "项目").Required();
    public static readonly DateColumn Year = It.Year("年度").Also("项目年度", "实施年度").Required();
    public static readonly UnitColumn Place = It.Unit("建设地点").Also("实施地点", "项目地址", "建设地址", "项目地点").Required().Hinted("写到村或社区，如某镇某村");
    public static readonly ChoiceColumn Sector = It.OpenChoice("产业类别", "食用菌", "中药材", "核桃", "茶叶", "畜禽养殖", "果蔬", "农产品加工", "乡村旅游")
        .Also("项目类型", "项目类别", "产业类型").Required().Hinted("可选列出的产业，也可填写其他产业");
    public static readonly TextColumn Content = It.Text("建设内容").Also("建设内容及规模", "项目内容", "建设规模及内容", "主要建设内容");
    public static readonly QuantityColumn<Money> Total = It.Money("总投资").Also("资金/总投资", "概算", "项目总投资", "资金规模", "资金预算");
    public static readonly QuantityColumn<Money> HelpFunds = It.Money("帮扶资金")
        .Also("对口帮扶资金", "投入帮扶资金", "其中：对口帮扶资金", "其中：帮扶资金", "其中帮扶资金", "资金/其中：对口帮扶资金", "资金/帮扶资金", "资金/对口帮扶资金", "计划投入帮扶资金", "规划投入资金")
        .Required().Hinted("计划投入的帮扶资金，不是已拨付数；已拨付数记入帮扶资金流水");
    public static readonly UnitColumn Builder = It.Organisation("实施单位").Also("责任单位", "业主单位", "项目单位", "建设单位").Required();
    public static readonly DateColumn Started = It.Date("开工日期").Also("开工时间", "开始时间");
    public static readonly DateColumn Completed = It.Date("完工日期").Also("竣工时间", "竣工日期", "完工时间", "截止时间", "完成时限");
    public static readonly ChoiceColumn State = It.Choice("状态", "拟建", "在建", "完工", "运营", "终止").Also("项目状态").Required();
    public static readonly QuantityColumn<Percent> PromisedRate = It.Percent("约定分红比例").Also("分红比例", "约定比例").Hinted("每年分红占帮扶资金的比例，如6%");

    public static readonly Measure<Items> Count = Measure<Items>.Flow("industry.projects", "产业帮扶项目");
    public static readonly Measure<Money> PlannedFunds = Measure<Money>.Flow("industry.planned_funds", "计划投入帮扶资金");

    /// <summary>The base on which dividends are reckoned, by project: the same money, but as what the project holds.</summary>
    public static readonly Measure<Money> ProjectFunds = Measure<Money>.Stock("industry.project_funds", "项目帮扶资金（分红基数）");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number);
        It.Key(Name, Year);
        It.DatedBy(Started, Year);
        It.PostsOne(Count);
        It.Posts(PlannedFunds, HelpFunds);
        It.Posts(ProjectFunds, HelpFunds).AboutOne(NamesOf);
        It.WarnsIfMore("funds-over-total", HelpFunds, Total);
        It.WarnsIfEarlier("completed-before-started", Completed, Started);
        It.Warns(
            "rate-too-high", "约定分红比例高于50%，可能把金额填成了比例", "请核对项目协议约定的分红比例",
            row => !(PromisedRate.Of(row)?.Value > 50), (PromisedRate, "60%"));
        return It.Done();
    }

    /// <summary>Dividends may name a project by its name or by its number.</summary>
    private static IEnumerable<Subject> NamesOf(Row row) => ((string?[])[Name.Of(row), Number.Of(row)]).Select(name => Subject.Named("项目", name)).OfType<Subject>();
}
