namespace Jiedui.Flow.Outputs.Reports;

/// <summary>Words that hold a numeral and count nothing that a ledger keeps: names of policies, sayings, ordinals. Data, to be added to freely.</summary>
public static class FixedTerms
{
    public static IReadOnlyList<string> All { get; } =
    [
        "三项机制", "三项工作机制", "三驾马车", "三架马车", "三项扶持", "三大领域", "一体两翼", "八大产业", "三专", "一对一", "一站式", "一条龙",
        "两不愁", "三保障", "四不摘", "五级书记", "六个精准", "五个一批", "三农", "四个意识", "四个自信", "两个维护", "两个确立", "三个一批", "一县一策", "一村一品",
        "两地", "两区县", "两县区", "双方", "两手抓", "两促进", "第一书记", "第一线", "十四五", "十三五", "十五五", "二十大", "十市百城", "百城联展", "千家万户",
        "一个个", "一个", "一批", "一种", "一些", "一系列", "一次性", "一方面", "一条心", "一家人", "一户一策", "一人一策", "一人一档", "一户一档", "一般", "一定", "一起",
        "一把手", "一张网", "一张表", "一盘棋", "一道", "一步", "千方百计", "四面八方", "万众一心", "百年", "千年",
    ];
}
