namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>
/// How a figure is to be told, read from a reference's format: an optional 不低于, an optional 余, an optional 万 or 亿, and the counter. 名 is a counter,
/// 余万元 asks for 20余万元, 不低于元 for 不低于1800元; empty leaves the choice to the figure.
/// </summary>
/// <param name="AtLeast">Led by 不低于.</param>
/// <param name="More">Cut down to its leading digit and told with 余.</param>
/// <param name="Power">4 for 万, 8 for 亿, 0 for neither.</param>
/// <param name="Counter">The counter, or empty for the indicator's unit.</param>
public readonly record struct FigureFormat(bool AtLeast, bool More, int Power, string Counter)
{
    private const string Least = "不低于";

    public static FigureFormat Parse(string format)
    {
        var rest = format.AsSpan().Trim();
        var atLeast = rest.StartsWith(Least, StringComparison.Ordinal);
        if (atLeast)
            rest = rest[Least.Length..];
        var more = Take(ref rest, '余');
        var power = Take(ref rest, '万') ? 4 : Take(ref rest, '亿') ? 8 : 0;
        return new FigureFormat(atLeast, more, power, rest.ToString());
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char letter)
    {
        if (!rest.StartsWith([letter]))
            return false;
        rest = rest[1..];
        return true;
    }
}
