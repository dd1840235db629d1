namespace Jiedui.Flow.Intake.Cells;

/// <summary>十 to 亿 as factors of a unit: 百元, 千元, 万人次, 亿元.</summary>
internal static class MagnitudeWords
{
    public static decimal Of(char letter) => letter switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 10000,
        '亿' or '億' => 100000000,
        _ => 1,
    };

    /// <summary>Takes the magnitude off a unit: 万元/亩 is ten thousand 元/亩.</summary>
    public static decimal TakeFrom(ref string unit)
    {
        var factor = 1m;
        for (var taken = 0; taken < 2 && unit.Length > 0 && Of(unit[0]) > 1; taken++)
        {
            factor *= Of(unit[0]);
            unit = unit[1..];
        }
        return factor;
    }
}
