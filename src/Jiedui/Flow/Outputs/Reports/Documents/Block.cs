namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>A line of headings or a paragraph.</summary>
public abstract record Block(IReadOnlyList<Run> Runs)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>A heading of level 1 (一、), 2 （一） or 3 (1.).</summary>
/// <param name="Number">Its number with the mark, kept apart from its words.</param>
public sealed record HeadingBlock(int Level, string Number, IReadOnlyList<Run> Runs) : Block(Runs);

public sealed record ParagraphBlock(IReadOnlyList<Run> Runs) : Block(Runs);
