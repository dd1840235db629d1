using Jiedui.Declaring;

namespace Jiedui.Work.Supports.Culture;

/// <summary>What the ledgers of culture can be asked.</summary>
public static class CultureIndicators
{
    public static readonly Indicator Bases = Indicator.Sum(
        Culture.Bases.FoundedCount, "期内设立的文旅共享基地数，按设立日期计入，按名称去重。");

    public static readonly Indicator Routes = Indicator.Sum(
        Culture.Routes.OpenedCount, "期内推出的特色旅游线路条数，按推出日期计入，按名称去重；不论现在是否仍在营运。");

    public static readonly Indicator Tourists = Indicator.Sum(
        Culture.Routes.Tourists, "期内推出的旅游线路自推出以来接待的游客人次，按推出日期计入，不按游客到访日期计入；同一人来几次计几人次。");

    public static readonly Indicator TourismIncome = Indicator.Sum(
        Culture.Routes.TourismIncome, "期内推出的旅游线路自推出以来的旅游收入，按推出日期计入，不按收款日期计入；未填收入的线路不计。");

    public static readonly Indicator Promotions = Indicator.Sum(
        Culture.Promotions.Held, "期内文旅推介的次数，按日期计入，按日期和名称去重；不含消费帮扶的产品推介会。");
}
