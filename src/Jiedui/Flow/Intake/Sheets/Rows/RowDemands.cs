using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>What a ledger demands of a whole row: its required cells, one of a group, a key, and its own checks.</summary>
internal static class RowDemands
{
    private static readonly CellFault Empty = new("cell.required", "必填，但没有填写", "请补填");

    public static void Check(RowReader reader, RowCells cells, Row row, bool[] faulted, ref List<Finding>? findings)
    {
        var ledger = row.Ledger;
        var isWhole = true;
        for (var i = 0; i < ledger.Columns.Length; i++)
        {
            var column = ledger.Columns[i];
            isWhole &= !faulted[i];
            if (!column.IsRequired || row.Has(column) || faulted[i])
                continue;
            isWhole = false;
            (findings ??= []).Add(reader.Where(column) is { } place
                ? CellFinding.Of(cells.Row, place, Empty, "")
                : CellFinding.OfRow(cells.Row, cells.First, column.Name, Empty.Code, Severity.Blocks, $"缺少必填的“{column.Name}”", "请补上该列"));
        }
        foreach (var group in ledger.OneOf)
            isWhole &= CheckOneOf(group, cells, row, faulted, ref findings);
        if (isWhole && !HasKey(row))
        {
            var names = string.Join('或', ledger.Keys.Select(key => string.Join('＋', key.Select(column => column.Name))));
            (findings ??= []).Add(CellFinding.OfRow(
                cells.Row, cells.First, names, "row.no-key", Severity.Blocks, $"无法确定是哪一条记录：{names}没有填全", "请补填其中一组"));
        }
        foreach (var check in ledger.Checks)
        {
            if (!check.Holds(row))
                (findings ??= []).Add(Broken(check, reader, cells));
        }
    }

    private static bool CheckOneOf(IReadOnlyList<Column> group, RowCells cells, Row row, bool[] faulted, ref List<Finding>? findings)
    {
        foreach (var column in group)
        {
            if (row.Has(column) || faulted[column.Index])
                return true;
        }
        var names = string.Join('、', group.Select(column => column.Name));
        (findings ??= []).Add(CellFinding.OfRow(cells.Row, cells.First, names, "row.one-of", Severity.Blocks, $"{names}至少要填一项", "请补填其中一项"));
        return false;
    }

    private static bool HasKey(Row row)
    {
        foreach (var key in row.Ledger.Keys)
        {
            var isFilled = true;
            for (var i = 0; i < key.Count; i++)
                isFilled &= row.Has(key[i]);
            if (isFilled)
                return true;
        }
        return false;
    }

    private static Finding Broken(Check check, RowReader reader, RowCells cells)
    {
        foreach (var column in check.Columns)
        {
            if (reader.Where(column) is { } place && cells.OriginOf(place.Index) != CellOrigin.None)
                return CellFinding.Of(cells.Row, place, new CellFault(check.Code, check.Message, check.Remedy, check.Severity), cells.At(place.Index).Text);
        }
        return CellFinding.OfRow(cells.Row, cells.First, check.Columns[0].Name, check.Code, check.Severity, check.Message, check.Remedy);
    }
}
