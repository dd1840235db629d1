namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>Counts the distinct values of a column by 64-bit hashes, up to a bound that keeps memory small whatever the sheet.</summary>
internal sealed class DistinctValues
{
    private const int Most = 150_000;
    private readonly HashSet<long> all = [];
    private int good;
    private HashSet<long>? onlyBad;

    public bool IsFull { get; private set; }

    public bool Counts(decimal count) => !IsFull && (count == all.Count || count == good);

    public void Add(string text, bool isGood)
    {
        if (IsFull)
            return;
        // FNV-1a, spread over the upper bits too: a collision among 150,000 values is one in a billion.
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        Add(unchecked((long)(hash ^ (hash >> 32))), isGood);
    }

    public void Add(long hash, bool isGood)
    {
        if (IsFull)
            return;
        if (all.Add(hash))
        {
            if (isGood)
                good++;
            else
                (onlyBad ??= []).Add(hash);
        }
        else if (isGood && onlyBad is not null && onlyBad.Remove(hash))
        {
            good++;
        }
        IsFull = all.Count > Most;
        if (IsFull)
            all.Clear();
    }
}
