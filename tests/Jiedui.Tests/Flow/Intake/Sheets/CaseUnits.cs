using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Sheets;

/// <summary>The case's registry, by name alone.</summary>
internal static class CaseUnits
{
    private static readonly Dictionary<string, UnitRef> ByName = Load();

    public static readonly CellRead Read =
        new CellReader((text, _) => ByName.TryGetValue(text, out var unit) ? new UnitMatch(unit, []) : new UnitMatch(null, []), name => new UnitRef(0, name)).Read;

    private static Dictionary<string, UnitRef> Load()
    {
        using var workbook = Workbook.Open(Case.Ledger("00 单位名录.xlsx"));
        return workbook.Sheets[0].Rows().SelectMany(row => row.Cells).Where(cell => cell.Column == 1)
            .Select((cell, i) => new UnitRef(i, cell.Text)).DistinctBy(unit => unit.Name).ToDictionary(unit => unit.Name);
    }
}
