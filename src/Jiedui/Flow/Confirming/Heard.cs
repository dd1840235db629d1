namespace Jiedui.Flow.Confirming;

/// <summary>What became of a word to many records: each that was meant is counted once.</summary>
/// <param name="Said">To how many it was said.</param>
/// <param name="Already">For how many there was nothing left to say at this level.</param>
/// <param name="Disputed">How many are disputed, which only a word to the one record can settle.</param>
/// <param name="Changed">How many were entered or corrected after the speaker had looked.</param>
/// <param name="OutOfReach">How many concern none of the speaker's units.</param>
public sealed record Heard(long Said, long Already, long Disputed, long Changed, long OutOfReach)
{
    public long Meant => Said + Already + Disputed + Changed + OutOfReach;
}

/// <summary>What became of a word to one record.</summary>
public enum Reply
{
    Said,

    /// <summary>There is nothing left to say at this level.</summary>
    Already,

    /// <summary>The record was corrected, or withdrawn, after the speaker had looked.</summary>
    Changed,

    /// <summary>Somebody above in the same side has spoken otherwise.</summary>
    SpokenAbove,

    /// <summary>There is none of this number within the speaker's reach.</summary>
    Unknown,
}
