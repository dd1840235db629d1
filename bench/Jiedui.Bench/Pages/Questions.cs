using System.Globalization;
using Jiedui.Bench.Roster;

namespace Jiedui.Bench.Pages;

/// <summary>The pages that are asked for: always the same ones.</summary>
internal static class Questions
{
    private const string Ledger = "/ledgers/labour.workers?p=1";
    private const int PageSize = 50;

    private static readonly string[] Wishes = ["转岗", "增收", "培训", "返乡", "无需求"];
    private static readonly string[] Ways = ["电话", "入户", "线上", "现场"];
    private static readonly string[] Sorts = ["性别", "户籍镇", "户籍村", "现务工单位", "现务工地", "行业工种", "现月收入", "意愿", "期望岗位", "期望月薪", "摸排方式", "摸排日期", "确认"];

    public const string Start = "/?p=1";

    public const string AnyText = "ledger: a text anywhere";

    /// <summary>The start page of every year, of all records and of those that both sides confirmed.</summary>
    public static IReadOnlyList<string> Starts { get; } = [Start, .. Enumerable.Range(2018, 5).SelectMany(year => new[] { $"{Start}&from={year}-01&to={year}-12", $"{Start}&from={year}-01&to={year}-12&confirmed=true" })];

    public static IReadOnlyList<string> Fields { get; } = ["/fields/labour?p=1", "/fields/labour?p=1&from=2020-01&to=2020-12", "/fields/labour?p=1&confirmed=true", "/fields/consumption?p=1"];

    public static IReadOnlyList<string> Indicators { get; } = ["/indicators/labour.surveyed?p=1", "/indicators/labour.surveys?p=1&from=2020-05&to=2020-06", "/indicators/labour.wish_change?p=1"];

    public static IEnumerable<(string What, IReadOnlyList<string> Pages)> OfLedger(int rows)
    {
        var random = new Random(rows);
        yield return ("ledger: first page", [Ledger]);
        yield return ("ledger: any page, the last too", [Page(Ledger, rows / PageSize), .. Enumerable.Range(0, 40).Select(_ => Page(Ledger, random.Next(rows / PageSize)))]);
        yield return ("ledger: any sort, either way, any page", [.. Sorts.SelectMany(_ => new[] { "", "&desc=1" }, (sort, way) => Page($"{Ledger}&sort={Text(sort)}{way}", random.Next(rows / PageSize)))]);
        yield return ("ledger: any filter, any sort", [.. Enumerable.Range(0, 120).Select(_ => Page($"{Ledger}{Filter(random)}&sort={Text(One(Sorts, random))}", random.Next(1 + rows / 100 / PageSize)))]);
        yield return (AnyText, [.. Enumerable.Range(100, 120).Select(number => $"{Ledger}&q={Text(number.ToString(CultureInfo.InvariantCulture))}")]);
        yield return ("ledger: of one side's standing, by number of the page", [.. Enumerable.Range(1, 60).Select(page => Page($"{Ledger}&state=AwaitsReceiver", page))]);
    }

    private static string Filter(Random random) => random.Next(4) switch
    {
        0 => $"&f.意愿={Text(One(Wishes, random))}",
        1 => $"&f.户籍镇={Text(One(Towns.All, random))}",
        2 => $"&f.意愿={Text(One(Wishes, random))}&f.摸排方式={Text(One(Ways, random))}",
        _ => $"&f.户籍镇={Text(One(Towns.All, random))}&f.意愿={Text(One(Wishes, random))}&f.摸排方式={Text(One(Ways, random))}",
    };

    private static string Page(string address, int page) => string.Create(CultureInfo.InvariantCulture, $"{address}&page={page}");

    private static string Text(string text) => Uri.EscapeDataString(text);

    private static string One(IReadOnlyList<string> words, Random random) => words[random.Next(words.Count)];
}
