using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Importing;

/// <summary>The keys of one import, kept as fingerprints: the same key twice is the same row again, or a contradiction that names the earlier cell.</summary>
internal sealed class SeenKeys
{
    private readonly Dictionary<(long Partnership, LedgerType Ledger), SeenRows> books = [];
    private readonly List<(string File, string Sheet)> sheets = [];
    private readonly List<int> firstRowOf = [];
    private readonly Dictionary<SeenRows, int> keptOfBefore = [];
    private int places;

    /// <summary>Call before the sheets of a file.</summary>
    public void Enter()
    {
        keptOfBefore.Clear();
        foreach (var seen in books.Values)
            keptOfBefore[seen] = seen.Count;
    }

    /// <summary>Forgets the file that was entered last: its rows are in no book.</summary>
    public void GiveUp()
    {
        foreach (var seen in books.Values)
            seen.Keep(keptOfBefore.GetValueOrDefault(seen));
    }

    /// <summary>Call before the rows of a sheet.</summary>
    public void Enter(string file, string sheet)
    {
        sheets.Add((file, sheet));
        firstRowOf.Add(places);
    }

    /// <summary>What the row of a key said, that was noted; null where none was.</summary>
    public UInt128? Says(long partnership, LedgerType ledger, UInt128 key) => books.GetValueOrDefault((partnership, ledger))?.Says(key);

    /// <summary>Forgets the row that was noted last: it came back.</summary>
    public void TakeBack(long partnership, LedgerType ledger) => books[(partnership, ledger)].TakeBack();

    /// <summary>Notes a good row.</summary>
    /// <returns>The earlier row of this key, and whether it said the same; null where the key is new.</returns>
    public (string File, string Sheet, int Row, bool SameContent)? Note(long partnership, LedgerType ledger, RowPrint print, int rowNumber)
    {
        if (!books.TryGetValue((partnership, ledger), out var seen))
            books[(partnership, ledger)] = seen = new SeenRows();
        var place = firstRowOf[^1] + rowNumber;
        places = Math.Max(places, place + 1);
        if (seen.Note(print, place) is not var (content, earlier))
            return null;
        var (file, sheet, row) = Told(earlier);
        return (file, sheet, row, content == print.Content);
    }

    private (string File, string Sheet, int Row) Told(int place)
    {
        var sheet = firstRowOf.FindLastIndex(first => first <= place);
        return (sheets[sheet].File, sheets[sheet].Sheet, place - firstRowOf[sheet]);
    }
}
