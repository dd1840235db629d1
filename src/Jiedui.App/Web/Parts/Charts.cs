using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Measures;

namespace Jiedui.App.Web.Parts;

/// <summary>Options of charts that several pages draw. Colours are names of CSS variables, which the script looks up.</summary>
internal static class Charts
{
    /// <summary>Events and people come whole: no axis shows 0.2 of them.</summary>
    private static bool IsWhole(Indicator indicator) => indicator.Nature != Nature.Ratio && indicator.Formula.Measures[0].Scale == 1;

    private static readonly object Quiet = new { show = false };

    /// <summary>Months as bars; a value at a date as a line.</summary>
    public static object Months(IReadOnlyList<(Period Period, Figure Figure)> trend, Indicator indicator, Words.Words words) => new
    {
        grid = new { left = 8, right = 16, top = 28, bottom = 4, containLabel = true },
        tooltip = new { trigger = "axis" },
        xAxis = new { type = "category", data = trend.Select(point => Standpoint.MonthText(point.Period.From)), axisTick = Quiet, axisLine = Line, axisLabel = Label },
        yAxis = new { type = "value", min = 0, minInterval = IsWhole(indicator) ? 1 : 0, name = words[indicator.Unit], nameTextStyle = new { color = "var(--ink-2)", align = "right" }, splitLine = new { lineStyle = new { color = "var(--line)" } }, axisLabel = Label },
        series = new[]
        {
            new
            {
                type = indicator.Nature is Nature.Flow or Nature.Distinct ? "bar" : "line",
                name = words[indicator.Name],
                data = trend.Select(point => point.Figure.Value ?? point.Figure.Low),
                itemStyle = new { color = "var(--mark)" },
                lineStyle = new { color = "var(--mark)", width = 2 },
                barMaxWidth = 28,
                step = indicator.Nature is Nature.Stock ? "end" : null,
                showSymbol = false,
                connectNulls = true,
            },
        },
    };

    public static object Line => new { lineStyle = new { color = "var(--line)" } };

    public static object Label => new { color = "var(--ink-2)", fontSize = 13 };
}
