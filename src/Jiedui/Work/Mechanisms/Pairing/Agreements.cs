using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>帮扶协议: one signed agreement, with what it obliges to.</summary>
public static class Agreements
{
    private static readonly LedgerBuilder It = new("pairing.agreements", "帮扶协议", "一份协议");

    public static readonly TextColumn Number = It.Text("协议编号").Also("协议号", "合同编号");
    public static readonly UnitColumn Giver = It.Unit("参扶方").Also("甲方", "帮扶单位", "参扶单位").Required();
    public static readonly UnitColumn Receiver = It.Unit("受扶方").Also("乙方", "受帮扶单位", "受扶单位", "受援单位").Required();
    public static readonly DateColumn Signed = It.Date("签订日期").Also("签订时间", "签约日期", "签署日期").Required();
    public static readonly DateColumn Until = It.Date("有效期至").Also("有效期", "到期日期").Hinted("长期有效的不填");
    public static readonly ListColumn Obligations = It.List("约定事项").Also("主要内容", "协议内容", "任务指标").Hinted("一行写一项约定，逐项跟踪是否兑现");

    public static readonly Measure<Items> SignedCount = Measure<Items>.Flow("pairing.agreements", "签订对口帮扶协议", "份");
    public static readonly Measure<Items> InForce = Measure<Items>.Stock("pairing.agreements_in_force", "有效的对口帮扶协议", "份");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number).Key(Giver, Receiver, Signed);
        It.PostsOne(SignedCount);
        It.Stands(InForce, Pair.Of(Giver, Receiver), Signed, Until);
        It.Warns(
            "end-before-signing", "有效期早于签订日期，协议从未有效", "请核对两个日期",
            row => !(Until.DayOf(row) < Signed.Of(row)?.First), (Until, "2019.5.1"), (Signed, "2019.8.18"));
        return It.Done();
    }
}
