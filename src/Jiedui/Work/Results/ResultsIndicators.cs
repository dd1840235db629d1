using Jiedui.Declaring;

namespace Jiedui.Work.Results;

/// <summary>What the ledgers of results can be asked.</summary>
public static class ResultsIndicators
{
    public static readonly Indicator Honours = Indicator.Sum(
        Results.Honours.AwardedCount, "期内获得的荣誉表彰项数，按授予日期计入，按名称和授予日期去重；集体和个人荣誉都计入。");

    public static readonly Indicator Media = Indicator.Sum(
        Results.Media.Published, "期内媒体报道篇数，按日期计入，按标题和媒体去重；同一稿件被几家媒体刊发计几篇。");

    public static readonly Indicator CentralMedia = Indicator.Sum(
        Results.Media.Central, "期内级别为中央的媒体报道篇数，是媒体报道的其中数，按日期计入。");

    public static readonly Indicator ProvincialMedia = Indicator.Sum(
        Results.Media.Provincial, "期内级别为省级的媒体报道篇数，是媒体报道的其中数，按日期计入。");

    public static readonly Indicator CityMedia = Indicator.Sum(
        Results.Media.City, "期内级别为市级的媒体报道篇数，是媒体报道的其中数，按日期计入。");

    public static readonly Indicator CountyMedia = Indicator.Sum(
        Results.Media.County, "期内级别为县区级的媒体报道篇数，是媒体报道的其中数，按日期计入。");
}
