using Jiedui.Declaring;
using Jiedui.Flow.Indicators;

namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>Writes a figure into a Chinese sentence: 3场次, 700万元, 20余万元, 8-12个, 不低于6%. What it writes, the checker of drafts must read back as agreeing.</summary>
public static class FigureProse
{
    private const string Least = "不低于";
    private const string Most = "不超过";

    /// <summary>Whether there is something to tell: a zero that no record backs is the absence of an answer.</summary>
    public static bool Tells(Figure figure) => figure.HasData && figure.Records > 0;

    /// <exception cref="ArgumentException">The figure has no data.</exception>
    public static string Write(Figure figure, string format = "")
    {
        var told = FigureFormat.Parse(format);
        var words = new FigureWords(figure.Indicator, told);
        if (figure.Value is { } value)
            return (told.AtLeast || IsFloorByDefault(figure, format) ? Least : "") + words.One(value);
        return (figure.Low, figure.High) switch
        {
            ({ } low, { } high) => IsFloor(figure) ? Least + words.One(low) : words.Between(low, high),
            ({ } low, null) => Least + words.Bare(low),
            (null, { } high) => Most + words.Bare(high),
            _ => throw new ArgumentException($"{figure.Indicator.Code} has no data.", nameof(figure)),
        };
    }

    // With a format of its own the sentence may say 最低 itself.
    private static bool IsFloorByDefault(Figure figure, string format) => format.Length == 0 && IsFloor(figure);

    private static bool IsFloor(Figure figure) => figure.Indicator.Nature == Nature.Floor;
}
