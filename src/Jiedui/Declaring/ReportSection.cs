namespace Jiedui.Declaring;

/// <summary>A field's part of a report: a heading and paragraphs of sentences. A sentence without data drops out; a paragraph without sentences too.</summary>
/// <param name="Heading">E.g. 加强劳务协作; numbered by the report.</param>
/// <param name="Paragraphs">Each a run of sentences.</param>
public sealed record ReportSection(string Heading, params IReadOnlyList<Paragraph> Paragraphs);

public sealed record Paragraph(params IReadOnlyList<Sentence> Sentences);
