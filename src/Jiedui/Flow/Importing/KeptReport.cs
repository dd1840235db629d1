using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;

namespace Jiedui.Flow.Importing;

/// <summary>What became of a file, in a form that can be kept and read again by another process. Of rows without data it keeps how many there were and why.</summary>
public sealed record KeptReport(IReadOnlyList<KeptReport.Sheet> Sheets, Finding? Refusal, bool IsKeptOut)
{
    public static KeptReport Of(FileReport report) => new([.. report.Sheets.Select(Sheet.Of)], report.Refusal, report.IsKeptOut);

    /// <param name="file">The file that it tells of.</param>
    public FileReport Read(ImportFile file, Catalogue catalogue) => new(file, [.. Sheets.Select(sheet => sheet.Read(catalogue))], Refusal, IsKeptOut);

    public sealed record Sheet(
        string Name, string? Ledger, string? Resembles, int FirstHeader, int LastHeader, double Confidence, string Unit, IReadOnlyList<Column> Columns,
        IReadOnlyDictionary<NonDataReason, int> NonData, int Accepted, int Unchanged, int Corrected, int Rejected, IReadOnlyList<Finding> Findings)
    {
        public static Sheet Of(SheetReport report) => new(
            report.Sheet, report.Layout.Ledger?.Code, report.Layout.Resembles?.Code, report.Layout.HeaderRows.First, report.Layout.HeaderRows.Last, report.Layout.Confidence,
            report.Layout.SheetUnit, [.. report.Layout.Columns.Select(Column.Of)], report.NonData.CountBy(row => row.Reason).ToDictionary(), report.Accepted, report.Unchanged,
            report.Corrected, report.Rejected, report.Findings);

        public SheetReport Read(Catalogue catalogue)
        {
            var (ledger, resembles) = (LedgerOf(catalogue, Ledger), LedgerOf(catalogue, Resembles));
            var layout = new Layout(ledger, (FirstHeader, LastHeader), [.. Columns.Select(column => column.Read(ledger ?? resembles))], Confidence) { Resembles = resembles, SheetUnit = Unit };
            return new SheetReport(Name, layout)
            {
                NonData = [.. NonData.SelectMany(kind => Enumerable.Repeat(new NonData(0, kind.Key, ""), kind.Value))],
                Accepted = Accepted,
                Unchanged = Unchanged,
                Corrected = Corrected,
                Rejected = Rejected,
                Findings = Findings,
            };
        }

        private static LedgerType? LedgerOf(Catalogue catalogue, string? code) => code is null ? null : catalogue.Ledger(code);
    }

    public sealed record Column(int Index, string Header, string? Known, string Unit, bool IsSerial)
    {
        public static Column Of(MappedColumn column) => new(column.Index, column.Header, column.Column?.Name, column.Unit, column.IsSerial);

        public MappedColumn Read(LedgerType? ledger) => new(Index, Header, Known is null ? null : ledger?.Find(Known), Unit) { IsSerial = IsSerial };
    }
}
