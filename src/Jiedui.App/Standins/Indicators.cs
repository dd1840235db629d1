using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Indicators;

public sealed class Figures(Catalogue catalogue)
{
    public Figure Of(Indicator indicator, FigureQuery query)
    {
        var value = indicator.Unit == "%" ? 6.4m : Math.Abs(indicator.Code.Length * 7919 % 997) * (indicator.Unit == "元" ? 1234.5m : 3);
        if (query.ConfirmedOnly)
            value = Math.Floor(value * 0.7m);
        return new Figure(indicator, value, null, null, query.ConfirmedOnly ? 82 : 117, query);
    }

    public IReadOnlyList<TraceLine> Trace(Indicator indicator, FigureQuery query, int limit, int offset = 0) =>
        [.. Enumerable.Range(offset + 1, Math.Min(limit, 117 - offset)).Select(n => new TraceLine(
            catalogue.Feeding(indicator.Formula.Measures[0]).First().Code, n, 1, "03 劳务协作台账.xlsx", "招聘活动", "D" + n, n * 3, new DateOnly(2020, 5, 1), n % 3))];

    public IReadOnlyList<(Period Period, Figure Figure)> Trend(Indicator indicator, FigureQuery query) =>
        [.. query.Period.Months().Select((month, n) => (month, new Figure(indicator, (n * n * 7 + indicator.Code.Length * 13) % 60, null, null, 3, query)))];

    public IReadOnlyList<(UnitRef Unit, Side Side, Figure Figure)> ByUnit(Indicator indicator, FigureQuery query) =>
        [.. new[] { "南院门街道", "柏树林街道", "长乐坊街道", "棣花镇", "商镇", "花瓶子镇" }.Select((name, n) =>
            (new UnitRef(n, name), n < 3 ? Side.Giver : Side.Receiver, new Figure(indicator, 60 - n * 7, null, null, 3, query)))];

    public IReadOnlyList<(string Value, Figure Figure)> ByColumn(Indicator indicator, FigureQuery query, Column column) =>
        [.. column.Options.Select((value, n) => (value, new Figure(indicator, 50 - n * 6, null, null, 3, query)))];
}
