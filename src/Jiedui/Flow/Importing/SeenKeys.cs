using System.Buffers.Binary;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Importing;

/// <summary>The keys of one import, kept as fingerprints: the same key twice is the same row again, or a contradiction that names the earlier cell.</summary>
internal sealed class SeenKeys
{
    private readonly Dictionary<UInt128, (UInt128 Content, int Place)> seen = [];
    private readonly List<(string File, string Sheet)> sheets = [];
    private readonly List<int> firstRowOf = [];
    private int places;

    /// <summary>Call before the rows of a sheet.</summary>
    public void Enter(string file, string sheet)
    {
        sheets.Add((file, sheet));
        firstRowOf.Add(places);
    }

    /// <summary>Notes a good row.</summary>
    /// <returns>The earlier row of this key, and whether it said the same; null where the key is new.</returns>
    public (string File, string Sheet, int Row, bool SameContent)? Note(long partnership, Row row, int rowNumber)
    {
        var key = Fingerprint(partnership.ToString(System.Globalization.CultureInfo.InvariantCulture) + '\u001d' + row.Ledger.Code + '\u001d' + row.Key());
        var content = Fingerprint(RecordWriter.ContentOf(row));
        var place = firstRowOf[^1] + rowNumber;
        places = Math.Max(places, place + 1);
        if (seen.TryAdd(key, (content, place)))
            return null;
        var earlier = seen[key];
        var sheet = firstRowOf.FindLastIndex(first => first <= earlier.Place);
        return (sheets[sheet].File, sheets[sheet].Sheet, earlier.Place - firstRowOf[sheet], earlier.Content == content);
    }

    private static UInt128 Fingerprint(string text) => BinaryPrimitives.ReadUInt128LittleEndian(RecordWriter.Fingerprint(text));
}
