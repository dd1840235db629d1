using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Web.Importing;

/// <summary>All that is known of an import job, as it waits sealed in the database.</summary>
internal sealed record ToldImport
{
    /// <summary>The names of what was uploaded.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public ImportOptions Options { get; init; } = new();

    /// <summary>How who confirmed it sees figures, and from where it was confirmed.</summary>
    public FigureQuery? Seen { get; init; }

    public string Place { get; init; } = "";

    public long? Batch { get; init; }

    public IReadOnlyList<KeptReport>? Report { get; init; }

    /// <summary>By the number of the file: the name under which a copy with the findings marked goes back.</summary>
    public IReadOnlyDictionary<int, string> Marked { get; init; } = new Dictionary<int, string>();

    /// <summary>The figures before anything of it was stored: whoever ends a broken run compares with these.</summary>
    public IReadOnlyList<KeptFigure>? Before { get; init; }

    public IReadOnlyList<(KeptFigure Before, KeptFigure After)> Changes { get; init; } = [];

    public string? Refusal { get; init; }

    public ToldImport With(ImportReport report) => this with { Batch = report.Batch, Report = [.. report.Files.Select(KeptReport.Of)] };
}

/// <summary>A figure without the question that it answers.</summary>
internal sealed record KeptFigure(string Indicator, decimal? Value, decimal? Low, decimal? High, long Records)
{
    public static KeptFigure Of(Figure figure) => new(figure.Indicator.Code, figure.Value, figure.Low, figure.High, figure.Records);

    public Figure Read(Indicator indicator, FigureQuery query) => new(indicator, Value, Low, High, Records, query);
}
