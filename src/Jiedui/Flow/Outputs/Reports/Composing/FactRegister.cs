using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Prose;

namespace Jiedui.Flow.Outputs.Reports.Composing;

/// <summary>Asks each figure once, and keeps those that stand in the report, in the order in which they are first told.</summary>
public sealed class FactRegister(ReportSource source, FigureQuery query)
{
    /// <summary>The annex counts the evidence of so many records.</summary>
    private const int CountedRecords = 1000;

    /// <summary>It names fewer of them; nobody reads further in print, and no more is kept of a figure.</summary>
    private const int NamedRecords = 20;

    private readonly List<ReportFact> facts = [];
    private readonly HashSet<string> kept = [];
    private readonly Dictionary<string, Figure> asked = [];
    private readonly Dictionary<string, ReportFact> told = [];

    public IReadOnlyList<ReportFact> Facts => facts;

    /// <summary>The figure, or null where there is nothing to tell.</summary>
    public Figure? Ask(Indicator indicator, IReadOnlyList<(string Column, string Value)> where)
    {
        var question = query with { Where = where };
        var id = FactId.Of(indicator.Code, question);
        if (!asked.TryGetValue(id, out var figure))
            asked.Add(id, figure = source.Figure(indicator, question));
        return FigureProse.Tells(figure) ? figure : null;
    }

    /// <summary>The figure as a run of text; not yet a fact of the report, for its sentence may still drop out.</summary>
    public FigureRun Tell(Figure figure, string text)
    {
        var id = FactId.Of(figure.Indicator.Code, figure.Query);
        if (!told.TryGetValue(id, out var fact))
        {
            var lines = source.Trace(figure.Indicator, figure.Query, NamedRecords);
            fact = new ReportFact(id, figure, text, lines) { Evidence = source.Pieces?.Invoke(figure.Indicator, figure.Query, CountedRecords) ?? lines.Sum(line => line.Evidence) };
            told.Add(id, fact);
        }
        return new FigureRun(fact, text);
    }

    /// <summary>The facts of a sentence that stands.</summary>
    public void Keep(IEnumerable<Run> sentence)
    {
        foreach (var figure in sentence.OfType<FigureRun>())
        {
            if (kept.Add(figure.Fact.Id))
                facts.Add(figure.Fact with { Grades = source.Grades?.Invoke(figure.Fact.Figure.Indicator, figure.Fact.Figure.Query) });
        }
    }
}
