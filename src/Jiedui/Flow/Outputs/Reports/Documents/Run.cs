namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>A piece of a line, by where its words come from: only a template's own words are searched for unbound numbers.</summary>
public abstract record Run(string Text)
{
    public sealed override string ToString() => Text;
}

/// <summary>The template's own words.</summary>
public sealed record TextRun(string Text) : Run(Text);

/// <summary>Words out of records: names of units, events, documents.</summary>
public sealed record WordsRun(string Text) : Run(Text);

/// <summary>The report's period or its date of issue.</summary>
public sealed record DateRun(string Text) : Run(Text);

/// <summary>A figure, bound to the fact behind it.</summary>
public sealed record FigureRun(ReportFact Fact, string Text) : Run(Text);
