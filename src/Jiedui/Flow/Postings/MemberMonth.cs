namespace Jiedui.Flow.Postings;

/// <summary>How often a member of a measure, a subject or the value of a floor, was posted in a month under a set of units, and what that adds up to.</summary>
internal readonly record struct MemberMonth(long Measure, long Member, int Month, long Parties, long Low, long Postings) : IComparable<MemberMonth>
{
    /// <summary>By measure, then by member, month and parties: the order of the table.</summary>
    public int CompareTo(MemberMonth other)
    {
        if (Measure != other.Measure)
            return Measure.CompareTo(other.Measure);
        if (Member != other.Member)
            return Member.CompareTo(other.Member);
        return Month != other.Month ? Month.CompareTo(other.Month) : Parties.CompareTo(other.Parties);
    }

    public bool IsSamePlace(in MemberMonth other) => Member == other.Member && Month == other.Month && Parties == other.Parties && Measure == other.Measure;

    public MemberMonth Plus(in MemberMonth other) => this with { Low = Low + other.Low, Postings = Postings + other.Postings };
}
