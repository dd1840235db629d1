namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>
/// Short texts that were read lately: a column says the same few words again and again, and each is made once. Where hardly any comes again, none is kept after a
/// while.
/// </summary>
internal sealed class RecentTexts
{
    private const int Longest = 32;
    private const int PlaceBits = 12;

    /// <summary>After so many texts it is looked whether this pays.</summary>
    private const int Trial = 1 << 12;

    /// <summary>At least one in so many must have been there before.</summary>
    private const int WorthWhile = 8;

    private string?[]? kept = new string?[1 << PlaceBits];
    private int asked;
    private int found;

    public string Of(ReadOnlySpan<char> text)
    {
        if (kept is null || text.Length > Longest)
            return text.ToString();
        ref var place = ref kept[TextPlace.Of(text, PlaceBits)];
        if (place is not null && text.SequenceEqual(place))
            found++;
        else
            place = text.ToString();
        var same = place;
        if (++asked == Trial && found < Trial / WorthWhile)
            kept = null;
        return same;
    }
}
