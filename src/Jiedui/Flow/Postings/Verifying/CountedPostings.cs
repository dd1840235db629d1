using System.Data.Common;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>
/// Postings of a partnership as far as what is kept beside them is made of them, in the order in which they lie. What is missing or the same twice comes
/// packed into one number: to fetch a number costs more than to take it apart.
/// </summary>
internal sealed class CountedPostings(DbConnection connection, long partnership, PostingSource source) : IDisposable
{
    private const long HighDiffers = 1;
    private const long NoLow = 2;
    private const long NoHigh = 4;
    private const int SignAt = 3;

    private readonly NumberRows rows = NumberRows.Of(
        connection,
        $"""
        SELECT p.measure, p.day, p.sign * 8 + CASE WHEN p.high IS NULL THEN 4 ELSE 0 END + CASE WHEN p.low IS NULL THEN 2 ELSE 0 END + CASE WHEN p.high <> p.low THEN 1 ELSE 0 END,
            p.parties, p.subject, coalesce(p.low, 0), coalesce(p.high, 0)
        {source.FromWhere}
        """,
        (nameof(partnership), partnership));

    private long packed;

    public long Measure { get; private set; }

    public int Month { get; private set; }

    /// <summary>Zero where the end is open.</summary>
    public long Low { get; private set; }

    public int Sign => (int)(packed >> SignAt);

    public long Parties => rows[3];

    public long Subject => rows[4];

    /// <summary>Zero where the end is open.</summary>
    public long High => (packed & (HighDiffers | NoLow | NoHigh)) == 0 ? Low : rows[6];

    public int OpenLow => (packed & NoLow) == 0 ? 0 : Sign;

    public int OpenHigh => (packed & NoHigh) == 0 ? 0 : Sign;

    public bool Next()
    {
        if (!rows.Next())
            return false;
        (Measure, Month, packed, Low) = (rows[0], DayNumber.MonthOf((int)rows[1]), rows[2], rows[5]);
        return true;
    }

    public void Dispose() => rows.Dispose();
}
