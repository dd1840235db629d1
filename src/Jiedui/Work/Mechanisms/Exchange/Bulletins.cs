using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>信息简报: one bulletin.</summary>
public static class Bulletins
{
    private static readonly LedgerBuilder It = new("exchange.bulletins", "信息简报", "一期简报");

    public static readonly TextColumn Title = It.Text("标题").Also("简报标题", "题目").Required();
    public static readonly TextColumn Issue = It.Text("期号").Also("期数", "简报期号").Hinted("如第1期；各年重新编号的，请带上年份");
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "编发日期", "印发日期", "报送日期").Required();
    public static readonly TextColumn Sender = It.Text("报送单位").Also("编发单位", "供稿单位").Required();
    public static readonly TextColumn Content = It.Text("内容").Also("主要内容", "内容摘要");

    public static readonly Measure<Items> Issued = Measure<Items>.Flow("exchange.bulletins", "信息简报", "期");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Issue).Key(Title, Date);
        It.PostsOne(Issued);
        return It.Done();
    }
}
