using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Tests.Access;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Matching;

/// <summary>A small town: who is proposed for what, and why.</summary>
public sealed class MatcherTests : IDisposable
{
    private static readonly string[] Person = ["姓名", "身份证号", "户籍镇", "行业工种", "现月收入", "现务工地", "意愿", "期望岗位", "期望月薪", "摸排方式", "摸排日期"];
    private static readonly string[] Opening = ["招聘活动", "企业", "岗位", "类别", "人数", "月薪", "工作地点", "要求", "发布日期"];

    private readonly Installation office = Installation.WithCaseUnits();
    private int files;

    [Fact]
    public void The_reasons_shown_are_those_whose_points_make_the_score()
    {
        Enter(Person, Of(1, "建筑小工", 3900, "碑林区", "增收", "电工", 4000));
        Enter(Opening, Offer("电工", "1", "4500", "西安市碑林区"));
        var proposal = Assert.Single(Match().Proposals());
        Assert.Equal(
            ["工种相符：电工 100", "月薪 4500 元，高于期望 4000 元 60", "月薪比现月收入 3900 元至少多 600 元 6", "工作地点相近：现务工地“碑林区”，岗位“西安市碑林区” 24"],
            proposal.Reasons.Select(reason => $"{reason.Words} {reason.Points}"));
        Assert.Equal(190, proposal.Score);
    }

    [Theory]
    [InlineData("4000", "月薪 4000 元，达到期望 4000 元", 60)]
    [InlineData("3500-4300", "月薪 3500-4300 元，上限达到期望 4000 元", 30)]
    [InlineData("3500", "月薪 3500 元，低于期望 4000 元", -25)]
    public void Pay_is_told_as_it_stands_to_the_wish(string pay, string words, int points)
    {
        Enter(Person, Of(1, "电工", null, "", "转岗", "电工", 4000));
        Enter(Opening, Offer("电工", "1", pay, "碑林区"));
        Assert.Contains(new ToldReason(words, points), Assert.Single(Match().Proposals()).Reasons);
    }

    [Fact]
    public void Who_wishes_nothing_is_left_in_peace_and_the_newest_survey_counts()
    {
        Enter(Person, Of(1, "电工", null, "", "无需求", "", null), Of(2, "电工", null, "", "转岗", "电工", null), Of(2, "电工", null, "", "无需求", "", null, "2020-07-01"), Of(3, "电工", null, "", "无需求", "", null), Of(3, "电工", null, "", "转岗", "", null, "2020-07-01"));
        Enter(Opening, Offer("电工", "9", "4000", "碑林区"));
        var result = Match();
        Assert.Equal((1, 1, 2), (result.Assigned, result.Workers, result.LeftOut.NoWish));
        Assert.Equal("2020-07-01", office.Records("labour.workers").Single(record => record.Id == result.Proposals().Single().Person).Row[Article.Catalogue.Ledger("labour.workers")!.Find("摸排日期")!]!.ToString());
    }

    [Fact]
    public void Who_works_already_is_asked_only_where_he_wants_another_job_or_more_pay()
    {
        Enter(Person, Of(1, "电工", null, "", "返乡", "电工", null), Of(2, "电工", null, "", "增收", "电工", null), Of(3, "电工", null, "", "返乡", "电工", null), Of(4, "电工", null, "", "返乡", "电工", null));
        Enter(Opening, Offer("电工", "9", "4000", "碑林区"));
        Enter(
            ["姓名", "身份证号", "户籍镇", "企业", "入职日期", "离职日期", "就业地"],
            Placed(1, null), Placed(2, null), Placed(3, "2020-08-01"));
        var result = Match();
        Assert.Equal((3, 3, 1), (result.Assigned, result.Workers, result.LeftOut.Settled));
    }

    [Fact]
    public void A_range_is_filled_to_its_low_end_first_and_beyond_it_says_so()
    {
        Enter(Person, [.. Enumerable.Range(1, 14).Select(number => Of(number, "电工", null, "", "转岗", "电工", null))]);
        Enter(Opening, Offer("电工", "8-12", "4000", "碑林区"));
        var result = Match();
        Assert.Equal((12, 12L, 2), (result.Assigned, result.Places, result.LeftOut.Taken));
        Assert.Equal(4, result.Proposals().Count(proposal => proposal.Reasons.Any(reason => reason.Words == "招 8-12 人，已超出最少人数" && reason.Points == -5)));
        Assert.Equal(result.Objective, result.Proposals().Sum(proposal => (long)proposal.Score));
        Assert.Equal(result.Objective, result.Bound);
    }

    [Fact]
    public void Why_somebody_has_no_proposal_is_told_in_numbers()
    {
        Enter(Person, Of(1, "电工", null, "", "转岗", "电工", null), Of(2, "电工", null, "", "转岗", "电工", null), Of(3, "", null, "", "转岗", "月嫂", null), Of(4, "", null, "", "转岗", "电工", 9000));
        Enter(Opening, Offer("电工", "1", "4000", "碑林区"));
        Assert.Equal(new LeftOut(NoWish: 0, Settled: 0, Unknown: 0, NoneFits: 1, NoneWorth: 1, Taken: 1), Match().LeftOut);
    }

    [Fact]
    public void One_fair_alone_and_a_name_that_no_vacancy_has()
    {
        Enter(Person, Of(1, "电工", null, "", "转岗", "电工", null), Of(2, "保洁", null, "", "转岗", "保洁", null));
        Enter(Opening, Offer("电工", "1", "4000", "碑林区", "春风行动招聘会"), Offer("保洁", "1", "3000", "碑林区", "金秋招聘会"));
        Assert.Equal(1, Match("金秋招聘会").Assigned);
        var refused = Assert.Throws<MatchRefusedException>(() => Match("春风招聘会"));
        Assert.Contains("没有招聘活动“春风招聘会”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("相近的有：春风行动招聘会", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_people_or_vacancies_it_says_what_is_missing()
    {
        Assert.Contains("请先导入《岗位》", Assert.Throws<MatchRefusedException>(() => Match()).Message, StringComparison.Ordinal);
        Enter(Opening, Offer("电工", "1", "4000", "碑林区"));
        Assert.Contains("请先导入《劳动力摸排名册》", Assert.Throws<MatchRefusedException>(() => Match()).Message, StringComparison.Ordinal);
        Enter(Person, Of(1, "电工", null, "", "无需求", "", null));
        Assert.Contains("1 人表示无需求", Assert.Throws<MatchRefusedException>(() => Match()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_town_sees_its_own_people_but_takes_no_place_from_others()
    {
        Enter(Person, Of(1, "电工", null, "", "转岗", "电工", null), Of(2, "电工", null, "碑林区", "转岗", "电工", null, town: "商镇"));
        Enter(Opening, Offer("电工", "1", "4000", "碑林区"));
        var (own, others) = (Match(unit: "棣花镇"), Match(unit: "商镇"));
        Assert.Equal((0, 1, 1), (own.Assigned, own.Workers, own.LeftOut.Taken));
        Assert.Equal((1, 1, 1), (others.Assigned, others.Workers, Match().Assigned));
        Assert.True(own.Objective == 0 && others.Objective == others.Proposals().Single().Score);
    }

    [Fact]
    public void It_posts_nothing()
    {
        Enter(Person, Of(1, "电工", null, "", "转岗", "电工", null));
        Enter(Opening, Offer("电工", "1", "4000", "碑林区"));
        var before = office.Contents();
        Match();
        Assert.Equal(before, office.Contents());
    }

    public void Dispose() => office.Dispose();

    private MatchResult Match(string? fair = null, string? unit = null) =>
        new Matcher(new LedgerBook(office.Connection, office.Database.Vault), office.Database.Vault, Article.Catalogue.Matching!)
            .Run(new MatchRequest(office.Partnership, unit is null ? null : office.Unit(unit).Id, new DateOnly(2020, 12, 31)) { Occasion = fair });

    private void Enter(string[] header, params object?[][] rows)
    {
        var sheet = office.Import(new Xlsx().Sheet("表", [header, .. rows]).Save(office.Folder, $"{++files}.xlsx")).Files.Single().Sheets.Single();
        Assert.True(sheet.Accepted == rows.Length, string.Join('\n', sheet.Findings));
    }

    private static object?[] Of(int number, string trade, int? wage, string place, string wish, string post, int? pay, string on = "2020-06-01", string town = "棣花镇") =>
        ["测试", IdOf(number), town, trade, wage, place, wish, post, pay, "电话", on];

    private static object?[] Offer(string post, string places, string pay, string where, string? fair = null) => [fair, "西安测试公司", post, "普通", places, pay, where, null, "2020-06-01"];

    private static object?[] Placed(int number, string? left) => ["测试", IdOf(number), "棣花镇", "西安测试公司", "2020-05-01", left, "省外"];

    private static string IdOf(int number) => TwoCounties.Id("6199261981040" + (2000 + number * 2 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
