using Jiedui.Declaring;

namespace Jiedui.Work.Registry;

/// <summary>What the registry can be asked.</summary>
public static class RegistryIndicators
{
    public static readonly Indicator Partnerships = Indicator.AtDate(
        Registry.Partnerships.InForce, "时点仍在帮扶期内的帮扶关系数：起始日期当日起计入，截止日期次日起不计；未填截止日期的视为仍在帮扶。");

    public static readonly Indicator Units = Indicator.AtDate(
        Registry.Units.Registered, "单位名录现有的单位数，一行一个单位，按名称和上级去重；名录不分时点，任何时期都计入。");

    public static readonly Indicator Households = Indicator.Distinct(
        HouseholdRegister.Registered, "脱贫户名册中的户数，按户编号去重；含脱贫户和三类监测对象，不含一般农户；名册不分时点，任何时期都计入。");

    public static readonly Indicator HouseholdMembers = Indicator.AtDate(
        HouseholdRegister.People, "脱贫户名册各户家庭人口之和；未填家庭人口的户不计入；名册不分时点。");

    public static readonly Indicator HouseholdLabourers = Indicator.AtDate(
        HouseholdRegister.Workforce, "脱贫户名册各户劳动力人数之和，是家庭人口的其中数；未填的户不计入；名册不分时点。");
}
