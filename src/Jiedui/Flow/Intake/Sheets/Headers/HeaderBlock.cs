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

    /// <summary>The block, or null where these rows cannot be one: a row with a single cell at the top is a title.</summary>
    public static HeaderBlock? Of(IReadOnlyList<RawRow> rows, IReadOnlyList<CellRange> merges, int start, int count)
    {
        if (start + count > rows.Count || FilledIn(rows[start]) < 2 || rows[start + count - 1].Number - rows[start].Number > 5)
            return null;
        var (first, last) = (rows[start].Number, rows[start + count - 1].Number);
        var near = merges.Where(merge => merge.FirstRow <= last && merge.LastRow >= first).ToList();
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
        return new HeaderBlock(rows, start, count) { Cells = [.. parts.Select(part => new HeaderCell(part.Key, part.Value))] };
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
