using DocumentFormat.OpenXml;
using Jiedui.Flow.Outputs.Reports.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>Paragraphs of a .docx. Each figure is a content control with its final text inside, so that nothing waits for a field to be refreshed.</summary>
internal sealed class DocxLines
{
    private int controls;

    public W.Paragraph Of(Block block)
    {
        var paragraph = new W.Paragraph(Style(block is HeadingBlock heading ? $"Heading{heading.Level}" : "BodyText"));
        if (block is HeadingBlock { Number: var number })
            paragraph.Append(Words(number));
        foreach (var run in block.Runs)
            paragraph.Append(run is FigureRun figure ? Control(figure.Fact, figure.Text) : Words(run.Text));
        return paragraph;
    }

    public static W.Paragraph Of(string style, string text) => new(Style(style), Words(text));

    /// <summary>Not locked: whoever edits the report may still change or delete it, and checking finds out.</summary>
    private W.SdtRun Control(ReportFact fact, string text) => Control(fact.Figure.Indicator.Name, fact.Id, NextControl(), text);

    /// <summary>The same as a form: its name, tag, number and text are filled in, in this order.</summary>
    public static W.SdtRun ControlForm() => Control(DocxForm.Place, DocxForm.Place, new Int32Value { InnerText = DocxForm.Place }, DocxForm.Place);

    /// <summary>The number of the next control; no two in a document have the same.</summary>
    public int NextControl() => ++controls;

    private static W.SdtRun Control(string name, string tag, Int32Value number, string text) => new(
        new W.SdtProperties(new W.SdtAlias { Val = name }, new W.Tag { Val = tag }, new W.SdtId { Val = number }, new W.SdtContentText()),
        new W.SdtContentRun(Words(text)));

    public static W.ParagraphProperties Style(string style) => new(new W.ParagraphStyleId { Val = style });

    // The hint makes “”, — and … take the Chinese font and its full width.
    public static W.Run Words(string text) => new(
        new W.RunProperties(new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia }),
        new W.Text(PrintableText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
}
