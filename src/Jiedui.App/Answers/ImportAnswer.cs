using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Intake.Sheets;

namespace Jiedui.App.Answers;

public sealed record ImportAnswer(IReadOnlyList<FileAnswer> Files, long? Batch)
{
    /// <summary>Copies of the workbooks with the faulty cells marked, where they were asked for.</summary>
    public IReadOnlyList<string> MarkedCopies { get; init; } = [];

    public static ImportAnswer Of(ImportReport report) => new([.. report.Files.Select(FileAnswer.Of)], report.Batch);
}

public sealed record FileAnswer(string File, IReadOnlyList<SheetAnswer> Sheets, FindingAnswer? Refusal, bool KeptOut)
{
    public static FileAnswer Of(FileReport report) =>
        new(report.File.Name, [.. report.Sheets.Select(SheetAnswer.Of)], report.Refusal is { } refusal ? FindingAnswer.Of(refusal) : null, report.IsKeptOut);
}

public sealed record SheetAnswer(
    string Sheet, string? Ledger, int Rows, int NonData, int Read, int Accepted, int Unchanged, int Corrected, int Rejected,
    IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<NonDataAnswer> NonDataRows, IReadOnlyList<MappingAnswer> Mapping)
{
    public static SheetAnswer Of(SheetReport sheet) => new(
        sheet.Sheet, sheet.Ledger?.Code, sheet.Rows, sheet.NonData.Count, sheet.Read, sheet.Accepted, sheet.Unchanged, sheet.Corrected, sheet.Rejected,
        [.. sheet.Findings.Select(FindingAnswer.Of)], [.. sheet.NonData.Select(row => new NonDataAnswer(row.Number, row.Reason))],
        [.. sheet.Layout.Columns.Select(column => new MappingAnswer(column.Header, column.Column?.Name, column.Unit))]);
}

public sealed record FindingAnswer(string Cell, string Column, string Code, Severity Severity, string Message, string Remedy, string Value)
{
    public static FindingAnswer Of(Finding finding) =>
        new(finding.Cell, finding.Column, finding.Code, finding.Severity, finding.Message, finding.Remedy, finding.Value);
}

public sealed record NonDataAnswer(int Row, NonDataReason Reason);

public sealed record MappingAnswer(string Header, string? Column, string Unit);
