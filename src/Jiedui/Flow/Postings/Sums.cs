namespace Jiedui.Flow.Postings;

/// <summary>What the postings of one measure and month add up to; an open end is counted instead of added.</summary>
/// <param name="Standing">How many records began to stand in a stock, less those that ceased to.</param>
internal readonly record struct Sums(long Low, long High, long OpenLow, long OpenHigh, long Postings, long Standing)
{
    public Sums Plus(in Posting posting) => this with
    {
        Low = Low + (posting.Low ?? 0),
        High = High + (posting.High ?? 0),
        OpenLow = OpenLow + (posting.Low is null ? posting.Sign : 0),
        OpenHigh = OpenHigh + (posting.High is null ? posting.Sign : 0),
        Postings = Postings + posting.Sign,
    };

    public Sums Plus(in Sums other) => new(
        Low + other.Low, High + other.High, OpenLow + other.OpenLow, OpenHigh + other.OpenHigh, Postings + other.Postings, Standing + other.Standing);
}
