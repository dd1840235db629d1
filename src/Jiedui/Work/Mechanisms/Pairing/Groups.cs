using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>帮扶团: one group of departments that helps in one domain. The register has no dates: its groups count in every period.</summary>
public static class Groups
{
    private static readonly LedgerBuilder It = new("pairing.groups", "帮扶团", "一个帮扶团");

    public static readonly TextColumn Name = It.Text("名称").Also("帮扶团名称", "帮扶团").Required().Hinted("如产业帮扶团");
    public static readonly ChoiceColumn Domain = It.OpenChoice("领域", "产业", "就业", "消费", "教育", "健康", "文化", "社会").Also("帮扶领域").Required();
    public static readonly UnitColumn Lead = It.Unit("牵头单位").Also("牵头部门", "团长单位").Required();
    public static readonly ListColumn Members = It.List("成员单位").Also("组成单位", "成员").Hinted("多个单位用顿号隔开");

    public static readonly Measure<Items> Formed = Measure<Items>.Stock("pairing.groups", "帮扶团", "个");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.PostsOne(Formed);
        return It.Done();
    }
}
