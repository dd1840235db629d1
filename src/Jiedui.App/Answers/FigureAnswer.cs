using Jiedui.Declaring;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Answers;

/// <summary>A figure, in yuan and the units of the indicator.</summary>
public sealed record FigureAnswer(string Code, string Name, decimal? Value, decimal? Low, decimal? High, string Unit, Nature Kind, long Records)
{
    public static FigureAnswer Of(Figure figure) => new(
        figure.Indicator.Code, figure.Indicator.Name, Plain(figure.Value), Plain(figure.Low), Plain(figure.High), figure.Indicator.Unit, figure.Indicator.Nature, figure.Records);

    // 3 and 3.00 are one number: it is written without the noughts that a scale leaves behind.
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;
}

public sealed record TraceAnswer(
    string Ledger, long Record, int Version, string File, string Sheet, string Cell, decimal? Amount, string? On, int Evidence)
{
    public static TraceAnswer Of(TraceLine line) => new(
        line.Ledger, line.Record, line.Version, line.File, line.Sheet, line.Cell, line.Amount / 1.0000000000000000000000000000m,
        line.On?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), line.Evidence);
}
