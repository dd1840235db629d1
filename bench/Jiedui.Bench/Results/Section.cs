using System.Globalization;
using System.Text;

namespace Jiedui.Bench.Results;

/// <summary>What one topic of the bench has to say: a table, what it means in sentences, and what of it the chart shows.</summary>
/// <param name="Topic">Its part of the page: mostly the word by which it is run alone.</param>
/// <param name="About">What was done, and how, in a sentence or two.</param>
internal sealed record Section(string Topic, string Title, string About, IReadOnlyList<Line> Lines)
{
    /// <summary>How it is run alone.</summary>
    public string Command { get; init; } = $"dotnet run -c Release --project bench/Jiedui.Bench -- {Topic}";

    /// <summary>Sentences below the table.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    public IReadOnlyList<Curve> Curves { get; init; } = [];

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {Title}\n\n{About} Alone: `{Command}`. {Machine.Line()}\n\n{Line.Head}\n");
        foreach (var line in Lines)
            text.Append(line.ToMarkdown()).Append('\n');
        text.Append('\n');
        foreach (var sentence in Says)
            text.Append("- ").Append(sentence).Append('\n');
        return text.ToString().TrimEnd('\n') + "\n";
    }
}

/// <summary>What one unit of something costs at each size, in microseconds.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double Size, double Microseconds)> Points);
