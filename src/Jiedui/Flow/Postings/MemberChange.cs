namespace Jiedui.Flow.Postings;

/// <summary>A member of a measure, posted or taken back once: what a <see cref="MemberMonth"/> grows from, in half of its memory, for millions of them are gathered.</summary>
internal readonly struct MemberChange : IComparable<MemberChange>
{
    private const int PartiesBits = 42;
    private const int MonthShift = PartiesBits + 1;

    private readonly long member;
    private readonly long low;

    /// <summary>The month, the set of units, and in the last bit whether it is taken back.</summary>
    private readonly long where;

    public MemberChange(in Posting posting, long member, int month)
    {
        if (posting.Parties >> PartiesBits != 0)
            throw new ArgumentOutOfRangeException(nameof(posting), posting.Parties, "No set of units has such a number.");
        this.member = member;
        low = posting.Low ?? 0;
        where = (long)month << MonthShift | posting.Parties << 1 | (posting.Sign < 0 ? 1L : 0);
    }

    /// <summary>By member, then by month and parties: the order of the table within a measure.</summary>
    public int CompareTo(MemberChange other) => member != other.member ? member.CompareTo(other.member) : where.CompareTo(other.where);

    public MemberMonth In(long measure) =>
        new(measure, member, (int)(where >> MonthShift), where >> 1 & (1L << PartiesBits) - 1, low, (where & 1) == 0 ? 1 : -1);
}
