using System.Security;
using System.Xml;
using DocumentFormat.OpenXml;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>A piece of a document that is made once and written many times: ten thousand rows of an annex differ in their texts alone.</summary>
internal sealed class DocxForm(OpenXmlElement form)
{
    /// <summary>Stands in the form where a text is filled in. No text that is printed holds it: it is a character for private use.</summary>
    public const string Place = "\uE000";

    // Declared once, by the document.
    private readonly string[] pieces = form.OuterXml.Replace($" xmlns:w=\"{DocumentPart.Namespace}\"", "", StringComparison.Ordinal).Split(Place);

    /// <param name="texts">As many as the form has places, in their order.</param>
    public void Write(XmlWriter writer, IReadOnlyList<string> texts)
    {
        for (var at = 0; at < texts.Count; at++)
        {
            writer.WriteRaw(pieces[at]);
            // It may stand in an attribute, where quotation marks have to be written otherwise.
            writer.WriteRaw(SecurityElement.Escape(PrintableText.Of(texts[at])));
        }
        writer.WriteRaw(pieces[texts.Count]);
    }
}
