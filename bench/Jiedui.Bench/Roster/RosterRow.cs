using System.Globalization;

namespace Jiedui.Bench.Roster;

/// <summary>One row of the roster: sixteen cells as the case's 03 劳动力摸排名册 has them, numbers as numbers and the rest as written by different hands.</summary>
internal static class RosterRow
{
    private static readonly string[] Villages = ["前湾村", "后岭村", "柳岭村", "石沟村", "茶房村", "万湾村", "桃园村", "东塬村"];
    private static readonly string[] Employers = ["西安某物业公司", "西安某物流公司", "西安某餐饮公司", "西安某建筑公司", "西安某服装厂", "西安某电子厂"];
    private static readonly string[] Districts = ["雁塔区", "未央区", "长安区", "碑林区", "莲湖区", "灞桥区"];
    private static readonly string[] Trades = ["电工", "焊工", "缝纫工", "保洁", "客服", "餐厅服务员", "保安", "快递员"];
    private static readonly string[] Wishes = ["转岗", "增收", "培训", "返乡", "无需求"];
    private static readonly string[] Ways = ["电话", "入户", "线上", "现场"];
    private static readonly string[] DateForms = ["yyyy.M.d", "yyyy年M月d日", "yyyy-MM-dd"];

    public static object?[] Of(int number, Random random)
    {
        var person = Person.Of(number, random);
        var wished = random.Next(30, 80) * 100;
        return
        [
            number + 1, person.Name, person.Sex, person.Id, person.Phone, One(Towns.All, random), One(Villages, random), One(Employers, random), One(Districts, random),
            One(Trades, random), random.Next(40, 130) * 50, One(Wishes, random), One(Trades, random),
            random.Next(10) == 0 ? $"{wished}-{wished + 1000}" : wished, One(Ways, random),
            new DateOnly(2020, 4, 1).AddDays(random.Next(120)).ToString(One(DateForms, random), CultureInfo.InvariantCulture),
        ];
    }

    private static string One(IReadOnlyList<string> words, Random random) => words[random.Next(words.Count)];
}
