using System.Globalization;
using System.Text;
using System.Xml;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The list of all facts inside the .docx, by which its figures can be checked again wherever the file went and however it was edited.</summary>
public static class FactManifest
{
    public const string Namespace = "urn:jiedui:facts:1";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static void Write(ReportDocument document, Stream to)
    {
        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartElement("facts", Namespace);
        writer.WriteAttributeString("giver", PrintableText.Of(document.Request.Giver));
        writer.WriteAttributeString("receiver", PrintableText.Of(document.Request.Receiver));
        writer.WriteAttributeString("issued", Day(document.Request.IssuedOn));
        foreach (var fact in document.Facts)
            Write(fact, writer);
        writer.WriteEndElement();
    }

    private static void Write(ReportFact fact, XmlWriter writer)
    {
        var (indicator, query) = (fact.Figure.Indicator, fact.Figure.Query);
        writer.WriteStartElement("fact", Namespace);
        writer.WriteAttributeString("id", fact.Id);
        writer.WriteAttributeString("code", indicator.Code);
        writer.WriteAttributeString("name", indicator.Name);
        Attribute(writer, "value", Number(fact.Figure.Value));
        Attribute(writer, "low", Number(fact.Figure.Low));
        Attribute(writer, "high", Number(fact.Figure.High));
        writer.WriteAttributeString("unit", indicator.Unit);
        writer.WriteAttributeString("text", fact.Text);
        writer.WriteAttributeString("partnership", query.Partnership.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("from", Day(query.Period.From));
        writer.WriteAttributeString("to", Day(query.Period.To));
        Attribute(writer, "unit-filter", query.Unit is { } unit ? PrintableText.Of(unit.Name) : null);
        Attribute(writer, "as-of", query.AsOf?.ToString("O", CultureInfo.InvariantCulture));
        Attribute(writer, "confirmed", query.ConfirmedOnly ? "true" : null);
        writer.WriteAttributeString("records", fact.Figure.Records.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("version", indicator.Version.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, value) in query.Where)
        {
            writer.WriteStartElement("where", Namespace);
            writer.WriteAttributeString("column", column);
            writer.WriteString(PrintableText.Of(value));
            writer.WriteEndElement();
        }
        writer.WriteElementString("definition", Namespace, indicator.Definition);
        writer.WriteEndElement();
    }

    private static void Attribute(XmlWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteAttributeString(name, value);
    }

    private static string? Number(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
