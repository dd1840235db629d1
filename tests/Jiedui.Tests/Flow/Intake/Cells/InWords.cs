namespace Jiedui.Tests.Flow.Intake.Cells;

/// <summary>Writes a whole number in Chinese, the other way round than it is read.</summary>
internal static class InWords
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(long number) => number switch
    {
        0 => "零",
        < 10_000 => Below(number, 1000, "千百十"),
        < 100_000_000 => Of(number / 10_000) + "万" + Rest(number % 10_000, 1000),
        _ => Of(number / 100_000_000) + "亿" + Rest(number % 100_000_000, 10_000_000),
    };

    private static string Rest(long rest, long full) => rest == 0 ? "" : rest < full ? "零" + Of(rest) : Of(rest);

    private static string Below(long number, long place, string units)
    {
        while (number < place)
            (place, units) = (place / 10, units.Length > 0 ? units[1..] : "");
        var rest = number % place;
        var head = Digits[(int)(number / place)] + (units.Length > 0 ? units[..1] : "");
        return rest == 0 ? head : head + (rest < place / 10 ? "零" : "") + Below(rest, place / 10, units.Length > 0 ? units[1..] : "");
    }
}
