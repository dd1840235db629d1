using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>人岗匹配: people of the roster for the vacancies. Whoever has no wish is left in peace, and who works already is asked only where he wants another job or more pay.</summary>
public static class LabourMatching
{
    private static readonly string[] TakesBeginners = ["培训", "学徒", "无经验", "经验不限", "不限经验", "零基础", "生手"];

    public static readonly MatchingType Matching = new("labour.match", "人岗匹配")
    {
        People = new MatchedPeople(
            Workers.Ledger, Workers.Id, Workers.Wish.IsNot("无需求"), Workers.Wish.Is("转岗", "增收"),
            [Workers.Name, Workers.Id, Workers.Phone, Workers.Town, Workers.Village, Workers.Wish])
        {
            Settled = new SettledPeople(Placements.Ledger, Placements.Id, (row, today) => !(Placements.Left.DayOf(row) < today)),
        },
        Openings = new MatchedOpenings(
            Vacancies.Ledger, Vacancies.Openings, Vacancies.Fair, Vacancies.Employer,
            [Vacancies.Employer, Vacancies.Post, Vacancies.Pay, Vacancies.Place, Vacancies.Fair])
        {
            CostBeyond = 5,
        },
        Reasons =
        [
            new TextFits(
                "工种", 100, [(Workers.WishedPost, 100), (Workers.Skill, 80), (Workers.Trade, 60)], Vacancies.Post, IsNeeded: true, "工作岗位", "岗位", "人员", "工种", "岗", "员"),
            new NumberReaches("月薪", 60, Workers.WishedWage, Vacancies.Pay, Step: 20_00, MostAgainst: 200),
            new NumberRises("月薪", 30, Workers.Wage, Vacancies.Pay, Step: 100_00),
            new TextFits("工作地点", 30, [(Workers.WorkPlace, 100), (Workers.Town, 100), (Workers.Village, 100)], Vacancies.Place, IsNeeded: false),
            new BothHold("希望返乡，公益性岗位就近安排", 20, Workers.Wish.Is("返乡"), Vacancies.Kind.Is("公益性")),
            new BothHold(
                "希望培训，岗位可以培训上岗或不要求经验", 20, Workers.Wish.Is("培训"),
                row => Vacancies.Demands.Of(row) is { } demands && TakesBeginners.Any(word => demands.Contains(word, StringComparison.Ordinal))),
        ],
    };
}
