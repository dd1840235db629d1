using System.Text;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>A Markdown page in the making. Lines end in a line feed everywhere, so that a page is the same on every machine.</summary>
public sealed class Markdown
{
    private readonly StringBuilder text = new();

    public Markdown(string title)
    {
        Line($"# {title}");
        Line("<!-- 本页由 ./jiedui reference 生成，请勿手改。 -->");
    }

    public Markdown Heading(string heading)
    {
        Line("");
        Line($"## {heading}");
        return this;
    }

    public Markdown Paragraph(string paragraph)
    {
        Line("");
        Line(paragraph);
        return this;
    }

    public Markdown Items(IEnumerable<string> items)
    {
        Line("");
        foreach (var item in items)
            Line($"- {item}");
        return this;
    }

    public Markdown Table(string[] headers, IEnumerable<string[]> rows)
    {
        Line("");
        Row(headers);
        Row([.. headers.Select(_ => "---")]);
        foreach (var row in rows)
            Row([.. row.Select(Cell)]);
        return this;
    }

    public override string ToString() => text.ToString();

    private void Row(string[] cells) => Line($"| {string.Join(" | ", cells)} |");

    private void Line(string line) => text.Append(line).Append('\n');

    private static string Cell(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>");
}
