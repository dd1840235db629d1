using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Results;

/// <summary>宣传报道: one report in one medium. The same title in another medium is another report.</summary>
public static class Media
{
    private static readonly LedgerBuilder It = new("results.media", "宣传报道", "一篇报道");

    public static readonly TextColumn Title = It.Text("标题").Also("报道标题", "稿件标题", "题目").Required();
    public static readonly TextColumn Medium = It.Text("媒体").Also("媒体名称", "刊发媒体", "发布媒体").Required();
    public static readonly ChoiceColumn Level = It.Choice("级别", "中央", "省级", "市级", "县区级").Also("媒体级别", "层级").Required();
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "刊发日期", "发布日期", "报道日期").Required();
    public static readonly TextColumn Link = It.Text("链接").Also("网址", "报道链接").Hinted("网络报道填网址，纸质报道请把剪报放入佐证材料");

    public static readonly Measure<Items> Published = Measure<Items>.Flow("results.media", "媒体报道", "篇");
    public static readonly Measure<Items> Central = Measure<Items>.Flow("results.media_central", "中央媒体报道", "篇");
    public static readonly Measure<Items> Provincial = Measure<Items>.Flow("results.media_provincial", "省级媒体报道", "篇");
    public static readonly Measure<Items> City = Measure<Items>.Flow("results.media_city", "市级媒体报道", "篇");
    public static readonly Measure<Items> County = Measure<Items>.Flow("results.media_county", "县区级媒体报道", "篇");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Title, Medium);
        It.PostsOne(Published);
        It.PostsOne(Central).When(Level.Is("中央"));
        It.PostsOne(Provincial).When(Level.Is("省级"));
        It.PostsOne(City).When(Level.Is("市级"));
        It.PostsOne(County).When(Level.Is("县区级"));
        It.Warns(
            "link-is-no-address", "链接不是网址，考核时打不开", "请填以 http:// 或 https:// 开头的网址；没有网址的留空，把剪报放入佐证材料",
            row => Link.Of(row) is not { } link || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
            (Link, "见报纸第三版"));
        return It.Done();
    }
}
