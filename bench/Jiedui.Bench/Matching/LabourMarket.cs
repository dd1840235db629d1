using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Matching;
using Jiedui.Measures;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.Bench.Matching;

/// <summary>
/// A generated labour market, the same for the same seed: people cluster by trade, as villages teach each other; wishes, pay and places vary. Rows of the real ledgers are filled one
/// after another and let go again, as they are when they are read.
/// </summary>
internal sealed class LabourMarket(int people, int openings, int most, int seed)
{
    private static readonly string[] Trades =
    [
        "焊工", "电工", "缝纫工", "保洁", "保安", "快递分拣", "装配工", "客服", "导购", "建筑小工", "家政服务", "仓管", "护工", "司机", "餐厅服务员", "钢筋工", "木工", "抹灰工", "叉车司机", "月嫂", "厨师",
        "面点师", "收银员", "理货员", "挖掘机司机", "水暖工", "油漆工", "电子装配", "质检员", "茶叶采摘", "食用菌种植", "养殖工",
    ];

    private static readonly string[] Grades = ["", "初级", "中级", "高级", "带班", "学徒"];

    private readonly Random random = new(seed);

    /// <summary>People and openings, ready for the search. A tenth of the openings take a range.</summary>
    public Profiles Generate()
    {
        var profiles = new Profiles(LabourMatching.Matching);
        for (var opening = 0; opening < openings; opening++)
            profiles.AddOpening(opening + 1, Opening());
        for (var person = 0; person < people; person++)
            profiles.AddPerson(person + 1, Person());
        profiles.Close();
        return profiles;
    }

    private Row Opening()
    {
        var trade = random.Next(Trades.Length);
        var low = 2_500_00 + random.Next(40) * 100_00L;
        var row = new Row(Vacancies.Ledger)
        {
            [Vacancies.Post] = Grades[random.Next(Grades.Length)] + Trades[trade],
            [Vacancies.Kind] = random.Next(20) == 0 ? "公益性" : "普通",
            [Vacancies.Pay] = new Amount(low, low + random.Next(12) * 100_00, Qualifier.Range),
            [Vacancies.Place] = Place(random.Next(40)),
            [Vacancies.Employer] = new UnitRef(random.Next(openings / 3 + 1), ""),
        };
        var places = 1 + random.Next(most);
        row[Vacancies.Openings] = random.Next(10) == 0 ? new Amount(places, places + 1 + random.Next(most), Qualifier.Range) : Amount.Exactly(places);
        return row;
    }

    private Row Person()
    {
        // Four in five want what their village does.
        var village = random.Next(2000);
        var trade = random.Next(5) == 0 ? random.Next(Trades.Length) : village % Trades.Length;
        var wage = 2_300_00 + random.Next(40) * 100_00L;
        return new Row(Workers.Ledger)
        {
            [Workers.Trade] = Trades[random.Next(3) == 0 ? random.Next(Trades.Length) : trade],
            [Workers.WishedPost] = Grades[random.Next(Grades.Length)] + Trades[trade],
            [Workers.Wage] = Amount.Exactly(wage),
            [Workers.WishedWage] = Amount.Exactly(wage + random.Next(15) * 100_00),
            [Workers.WorkPlace] = Place(random.Next(40)),
            [Workers.Wish] = random.Next(3) switch { 0 => "转岗", 1 => "增收", _ => "返乡" },
        };
    }

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"{(char)('甲' + number % 10)}{(char)('一' + number / 10 * 7)}区");
}
