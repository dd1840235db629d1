namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>Short texts that were read lately: a column says the same few words again and again, and each is made once.</summary>
internal sealed class RecentTexts
{
    private const int Longest = 32;
    private const int PlaceBits = 12;

    private readonly string?[] kept = new string?[1 << PlaceBits];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return text.ToString();
        ref var place = ref kept[TextPlace.Of(text, PlaceBits)];
        if (place is null || !text.SequenceEqual(place))
            place = text.ToString();
        return place;
    }
}
