using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Intake.Sheets;

/// <summary>A sheet read by all ledgers; every unit is known but those whose name begins with 无名.</summary>
public sealed class Reading
{
    public static readonly Catalogue Catalogue = Article.Catalogue;

    private static readonly SheetReader Reader = new(Catalogue);

    private static readonly CellRead AnyUnit = new CellReader(Known, NumberOf).Read;

    private Reading(Sheet sheet, CellRead read, LedgerType? forced, IReadOnlyDictionary<string, string>? remembered)
    {
        Layout = Reader.Find(sheet, forced, remembered);
        var reading = Reader.Read(sheet, Layout, read);
        Items = [.. reading.Items()];
        Findings = reading.Findings;
        Assert.Equal(sheet.Rows().Select(row => row.Number), Items.Select(item => item.Number));
    }

    public Layout Layout { get; }

    public IReadOnlyList<SheetItem> Items { get; }

    /// <summary>The sheet's.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public IReadOnlyList<ReadRow> Rows => [.. Items.OfType<ReadRow>()];

    public IReadOnlyList<ReadRow> Good => [.. Rows.Where(row => row.IsGood)];

    public string Codes => string.Join(' ', Findings.Select(finding => finding.Code));

    /// <summary>The rows without records: 1 Title, 2 Unit …</summary>
    public string Reasons => string.Join(", ", Items.OfType<NonData>().Select(row => $"{row.Number} {row.Reason}"));

    /// <summary>The columns from left to right: a standard name, ? for an unknown one, # for a serial number.</summary>
    public string Columns => string.Join(' ', Layout.Columns.Select(column => column.Column?.Name ?? (column.IsSerial ? "#" : "?")));

    public static Reading Of(Sheet sheet, string? ledger = null, IReadOnlyDictionary<string, string>? remembered = null, CellRead? read = null) =>
        new(sheet, read ?? AnyUnit, ledger is null ? null : Catalogue.Ledger(ledger), remembered);

    public static Reading Of(string lines, params string[] merges) => Of(new SheetOf("Sheet1", lines, merges));

    public object? Value(int row, string column) => Rows.Single(one => one.Number == row).Row[Layout.Ledger!.Find(column)!];

    private static UnitMatch Known(string text, IReadOnlyList<UnitRef> context) =>
        text.StartsWith("无名", StringComparison.Ordinal) ? new UnitMatch(null, []) : new UnitMatch(NumberOf(text), []);

    private static UnitRef NumberOf(string name) => new(name.Aggregate(7L, (hash, letter) => unchecked(hash * 31 + letter)), name);
}
