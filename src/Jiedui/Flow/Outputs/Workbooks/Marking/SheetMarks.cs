using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The marks of one sheet, by row and column, in the order of the sheet.</summary>
internal sealed record SheetMarks(string Sheet, IReadOnlyList<Mark> Cells)
{
    public static SheetMarks Of(Sheet sheet, IReadOnlyDictionary<string, IReadOnlyList<Finding>> findings)
    {
        if (!findings.TryGetValue(sheet.Name, out var all))
            return new SheetMarks(sheet.Name, []);
        var byCell = all.Where(finding => finding.Severity != Severity.Informs)
            .GroupBy(finding => PlaceOf(finding.Cell))
            .ToDictionary(group => group.Key, group => group.ToList());
        var seen = Seen(byCell.Keys, sheet.Merges);
        return new SheetMarks(
            sheet.Name,
            [
                .. byCell.GroupBy(cell => seen.GetValueOrDefault(cell.Key, cell.Key), cell => cell.Value)
                    .OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column)
                    .Select(cell => Mark.Of(cell.Key.Row, cell.Key.Column, [.. cell.SelectMany(list => list)])),
            ]);
    }

    /// <summary>Of a merged range only the first cell is seen; the words of a finding name the cell that is meant.</summary>
    private static Dictionary<(int Row, int Column), (int Row, int Column)> Seen(IEnumerable<(int Row, int Column)> places, IReadOnlyList<CellRange> merges)
    {
        var rows = places.ToLookup(place => place.Row);
        var seen = new Dictionary<(int Row, int Column), (int Row, int Column)>();
        foreach (var merge in merges)
        {
            var within = merge.LastRow - merge.FirstRow < rows.Count
                ? Enumerable.Range(merge.FirstRow, merge.LastRow - merge.FirstRow + 1).SelectMany(row => rows[row])
                : rows.SelectMany(row => row);
            foreach (var place in within.Where(place => merge.Contains(place.Row, place.Column)))
                seen[place] = (merge.FirstRow, merge.FirstColumn);
        }
        return seen;
    }

    /// <summary>D5607 is row 5607, column 3; what concerns the whole sheet is told in its first cell.</summary>
    private static (int Row, int Column) PlaceOf(string cell)
    {
        var letters = cell.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters > 0 && int.TryParse(cell.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, cell[..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1)
            : (1, 0);
    }
}
