using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Knows the sheet's own header and titles when they come again further down, and another table's header when it begins there.</summary>
internal sealed class RepeatedHeader(HeaderIndex index)
{
    /// <summary>What stands above each column: a text or a few.</summary>
    private readonly Dictionary<int, List<string>> own = [];
    private readonly HashSet<string> ownTexts = [];
    private readonly HashSet<string> titles = [];

    public void AddTitle(List<RawCell> filled)
    {
        foreach (var cell in filled)
        {
            if (cell.Kind == RawKind.Text && cell.Text.Trim().Length >= 4)
                titles.Add(cell.Text.Trim());
        }
    }

    public void AddHeader(List<RawCell> filled)
    {
        foreach (var cell in filled)
        {
            if (!own.TryGetValue(cell.Column, out var texts))
                own[cell.Column] = texts = [];
            texts.Add(cell.Text.Trim());
            ownTexts.Add(cell.Text.Trim());
        }
    }

    /// <summary>A title of this sheet; a header text is none, so that a title above cannot hide a column of that name.</summary>
    public bool IsTitle(string text) => titles.Contains(text.Trim()) && !ownTexts.Contains(text.Trim());

    public bool Is(List<RawCell> filled)
    {
        var alike = 0;
        for (var i = 0; i < filled.Count; i++)
        {
            if (IsOwn(filled[i]))
                alike++;
            else if (i == 0 && filled.Count < 4)
                return false;
            if (i >= 3 && alike == 0)
                return false;
        }
        return alike > 0 && alike * 5 >= filled.Count * 4;
    }

    private bool IsOwn(RawCell cell)
    {
        if (cell.Kind != RawKind.Text || !own.TryGetValue(cell.Column, out var texts))
            return false;
        var written = cell.Text.AsSpan().Trim();
        foreach (var text in texts)
        {
            if (written.SequenceEqual(text))
                return true;
        }
        return false;
    }

    /// <summary>A row of at least three texts of which most are headers that some ledger knows, and which is not this sheet's own header.</summary>
    public bool IsAnother(List<RawCell> filled)
    {
        if (filled.Count < 3 || !(StartsLikeHeader(filled[0]) || StartsLikeHeader(filled[1])))
            return false;
        var known = 0;
        foreach (var cell in filled)
        {
            if (cell.Kind != RawKind.Text || cell.Text.Length > 30)
                return false;
            known += new HeaderCell(cell.Column, [cell.Text]) is var header && (header.IsSerial || header.Keys.Any(index.Knows)) ? 1 : 0;
        }
        return known >= 3 && known * 10 >= filled.Count * 7;
    }

    /// <summary>Looked at for every row, so it must be quick: the text as written, no more.</summary>
    private bool StartsLikeHeader(RawCell cell) => cell.Kind == RawKind.Text && (cell.Text is "序号" || index.Knows(cell.Text));
}
