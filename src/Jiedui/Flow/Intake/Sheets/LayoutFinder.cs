using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>Finds the header of a sheet and the ledger that it belongs to. It decides or it asks; it does not guess.</summary>
public sealed class LayoutFinder
{
    private const int Buffered = 60;
    private const int SampleRows = 20;
    private const int HighestHeader = 3;

    /// <summary>Two ledgers closer than this explain a sheet equally well.</summary>
    private const double Margin = 0.15;

    private readonly HeaderIndex index;

    public LayoutFinder(Catalogue catalogue)
        : this(new HeaderIndex(catalogue))
    {
    }

    internal LayoutFinder(HeaderIndex index) => this.index = index;

    /// <param name="sheet">Its first rows are read, then left.</param>
    /// <param name="forced">The ledger that a person named (<c>--ledger</c>), or null.</param>
    /// <param name="remembered">What a person said of headers, by <see cref="MappedColumn.Header"/>: a column's standard name, or empty for none.</param>
    public Layout Find(Sheet sheet, LedgerType? forced = null, IReadOnlyDictionary<string, string>? remembered = null)
    {
        var rows = sheet.Rows().Take(Buffered).ToList();
        var candidates = Candidates(sheet, rows, forced, new LedgerMatches(index, remembered ?? new Dictionary<string, string>()));
        if (candidates.Count == 0)
            return LayoutFindings.Unknown(sheet, rows.Count == 0, forced);
        var best = candidates[0];
        if (forced is null && best.Match.IsComplete && best.Match.Known < 0.34)
            return LayoutFindings.Unknown(sheet, isEmpty: false, forced);
        var rivals = candidates.TakeWhile(candidate => candidate.Score > best.Score - Margin && candidate.Match.IsComplete == best.Match.IsComplete).ToList();
        var layout = LayoutOf(best.Match, rows);
        if (!best.Match.IsComplete)
            return forced is not null || best.Match.IsClear ? LayoutFindings.Missing(layout, best.Match) : LayoutFindings.Unknown(sheet, isEmpty: false, forced);
        return rivals.Count > 1 ? LayoutFindings.Ambiguous(layout, [.. rivals.Select(rival => rival.Match.Ledger)]) : LayoutFindings.Recognised(layout, best.Match);
    }

    /// <summary>The best block of each ledger, the best ledger first.</summary>
    private static List<(LedgerMatch Match, double Score)> Candidates(Sheet sheet, List<RawRow> rows, LedgerType? forced, LedgerMatches matches)
    {
        var merges = rows.Count == 0 ? [] : sheet.Merges.Where(merge => merge.FirstRow <= rows[^1].Number).ToList();
        var best = new Dictionary<LedgerType, (LedgerMatch Match, double Score)>();
        var last = rows.Count;
        for (var start = 0; start < last; start++)
        {
            var hint = new LedgerHint(sheet.Name, rows.Take(start));
            for (var count = 1; count <= HighestHeader; count++)
            {
                if (HeaderBlock.Of(rows, merges, start, count) is not { } block)
                    continue;
                var sample = rows.Skip(start + count).Take(SampleRows).ToList();
                foreach (var match in matches.Of(block, forced))
                {
                    if (match.Matches.Count < 2 && forced is null)
                        continue;
                    var fit = ContentFit.Of([.. match.Matches.Select(one => (one.Cell.Index, one.Column))], sample);
                    var score = match.Score(hint.For(match.Ledger), fit);
                    if (!best.TryGetValue(match.Ledger, out var known) || score > known.Score)
                        best[match.Ledger] = (match, score);
                    // The first header is the sheet's. What comes further down is the same again, or another table.
                    if (match.IsComplete && match.Known >= 0.5)
                        last = Math.Min(last, start + count);
                }
            }
        }
        return [.. best.Values.OrderByDescending(candidate => candidate.Score)];
    }

    private static Layout LayoutOf(LedgerMatch match, List<RawRow> rows)
    {
        var sheetUnit = SheetUnitOf(rows, match.Block);
        var byCell = match.Matches.ToDictionary(one => one.Cell);
        var columns = match.Block.Cells.Select(cell => byCell.TryGetValue(cell, out var known)
            ? new MappedColumn(cell.Index, cell.Written, known.Column, ColumnUnit.Of(known.Column, known.Unit, cell.GroupUnit, sheetUnit))
            : new MappedColumn(cell.Index, cell.Written, null, "") { IsSerial = cell.IsSerial });
        return new Layout(match.Ledger, match.Block.Rows, [.. columns], (match.Found + match.Known) / 2) { SheetUnit = sheetUnit };
    }

    /// <summary>The unit row stands above the header, or below it among the data or the notes. A title or a cell of its own (万元) says it too, if above.</summary>
    private static string SheetUnitOf(List<RawRow> rows, HeaderBlock block)
    {
        var above = rows.Take(block.Start).SelectMany(row => row.Cells).Select(cell => UnitWords.AboveHeader(cell.Text));
        var below = rows.Skip(block.Start + block.Count).Where(row => row.Cells.Count <= 3).SelectMany(row => row.Cells).Select(cell => UnitWords.OfSheet(cell.Text));
        return above.Concat(below).FirstOrDefault(unit => unit.Length > 0) ?? "";
    }
}
