using System.Text;
using System.Text.RegularExpressions;

namespace Jiedui.Bench.Results;

/// <summary>bench/results.md: a part for each topic, of which a run replaces only those that it measured.</summary>
internal static partial class ResultsPage
{
    private const string Head =
        """
        # Bench

        Written by `dotnet run -c Release --project bench/Jiedui.Bench` (everything, an hour or more) or with a topic behind `--` (that part alone). Wall-clock medians of the rounds; what a thing is
        held against was measured in the same run. Read the ratios: the machine was shared with other work.

        ![Cost against size](results.svg)

        """;

    private static string File => Path.Combine(Repository.Root, "bench", "results.md");

    public static void Put(Section section)
    {
        var parts = Parts();
        parts[section.Topic] = section.ToMarkdown();
        var text = new StringBuilder(Head);
        foreach (var (topic, part) in parts.OrderBy(pair => Topics.Topic.PlaceOf(pair.Key)))
            text.Append("\n<!-- ").Append(topic).Append(" -->\n").Append(part);
        System.IO.File.WriteAllText(File, text.ToString());
        if (section.Curves.Count > 0)
            Chart.Put(section);
    }

    private static Dictionary<string, string> Parts()
    {
        if (!System.IO.File.Exists(File))
            return [];
        var split = Mark().Split(System.IO.File.ReadAllText(File));
        return split.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    [GeneratedRegex("\n<!-- ([a-z]+) -->\n")]
    private static partial Regex Mark();
}
