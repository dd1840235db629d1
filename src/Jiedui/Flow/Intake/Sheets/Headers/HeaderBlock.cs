using Jiedui.Flow.Intake.Sheets.Rows;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>One to three rows taken as a header: a candidate until a ledger knows its columns.</summary>
internal sealed class HeaderBlock
{
    private HeaderBlock(IReadOnlyList<RawRow> rows, int start, int count)
    {
        Start = start;
        Count = count;
        Rows = (rows[start].Number, rows[start + count - 1].Number);
    }

    /// <summary>Where it starts among the buffered rows.</summary>
    public int Start { get; }

    public int Count { get; }

    public (int First, int Last) Rows { get; }

    public IReadOnlyList<HeaderCell> Cells { get; private init; } = [];

    /// <summary>How many of its rows group the columns of the row below them. Their words and units belong to those columns.</summary>
    public int GroupRows { get; private init; }

    /// <summary>The block, or null where these rows cannot be one: a row with a single cell at the top is a title, unless it is a group over some columns.</summary>
    public static HeaderBlock? Of(IReadOnlyList<RawRow> rows, IReadOnlyList<CellRange> merges, int start, int count)
    {
        if (start + count > rows.Count || rows[start + count - 1].Number - rows[start].Number > 5)
            return null;
        var (first, last) = (rows[start].Number, rows[start + count - 1].Number);
        var near = merges.Where(merge => merge.FirstRow <= last && merge.LastRow >= first).ToList();
        var groups = GroupsOf(rows, near, start, count);
        if (FilledIn(rows[start]) < 2 && !groups.Any(group => group.FirstRow == first && group.FirstColumn > 0))
            return null;
        near.AddRange(groups.Where(group => !near.Contains(group)));
        var parts = new SortedDictionary<int, List<string>>();
        for (var i = start; i < start + count; i++)
        {
            foreach (var cell in rows[i].Cells)
            {
                if (string.IsNullOrWhiteSpace(cell.Text))
                    continue;
                var merge = near.Find(range => range.Contains(rows[i].Number, cell.Column));
                var lastColumn = merge == default ? cell.Column : merge.LastColumn;
                for (var column = cell.Column; column <= lastColumn; column++)
                {
                    if (!parts.TryGetValue(column, out var above))
                        parts.Add(column, above = []);
                    above.Add(cell.Text.Trim());
                }
            }
        }
        for (var i = start + 1; i < start + count; i++)
        {
            if (!Continues(rows[i - 1], rows[i], near))
                return null;
        }
        return new HeaderBlock(rows, start, count)
        {
            Cells = [.. parts.Select(part => new HeaderCell(part.Key, part.Value))],
            GroupRows = groups.Select(group => group.FirstRow).Distinct().Count(),
        };
    }

    /// <summary>
    /// Cells of an upper row that stand over several names of the row below: merged, or, as a .csv leaves them, followed by blanks. A row that says a unit or
    /// who filled in the table stands above the header and groups nothing.
    /// </summary>
    private static List<CellRange> GroupsOf(IReadOnlyList<RawRow> rows, List<CellRange> merges, int start, int count)
    {
        var groups = new List<CellRange>();
        for (var i = start; i + 1 < start + count; i++)
        {
            var upper = rows[i].Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList();
            if (upper.Exists(cell => UnitWords.IsForUnit(cell.Text) || RowWords.IsSignature(cell.Text)))
                continue;
            var below = rows[i + 1].Cells.Where(cell => HeaderText.Of(cell.Text).Key.Length > 0).Select(cell => cell.Column).ToHashSet();
            for (var k = 0; k < upper.Count; k++)
            {
                var merge = merges.Find(range => range.Contains(rows[i].Number, upper[k].Column));
                var end = upper[k].Column;
                if (merge != default)
                    end = merge.LastColumn;
                else if (below.Contains(end))
                {
                    while (below.Contains(end + 1) && !(k + 1 < upper.Count && upper[k + 1].Column <= end + 1) && !merges.Exists(range => range.Contains(rows[i].Number, end + 1)))
                        end++;
                }
                if (below.Count(column => column >= upper[k].Column && column <= end) > 1)
                    groups.Add(new CellRange(rows[i].Number, upper[k].Column, rows[i].Number, end));
            }
        }
        return groups;
    }

    /// <summary>A lower header row stands under groups or holds units. One that has a name of its own under nearly every single cell is data, or another header.</summary>
    private static bool Continues(RawRow upper, RawRow lower, List<CellRange> merges)
    {
        var single = upper.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
            .Where(cell => !merges.Exists(range => range.Contains(upper.Number, cell.Column) && range.LastColumn > range.FirstColumn))
            .Select(cell => cell.Column).ToHashSet();
        var named = lower.Cells.Where(cell => HeaderText.Of(cell.Text).Key.Length > 0).ToList();
        return named.Count(cell => single.Contains(cell.Column)) * 4 <= named.Count * 3;
    }

    private static int FilledIn(RawRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell.Text));
}
