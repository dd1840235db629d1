using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Confirming;

/// <summary>Who reviews, inside a side, what its clerks enter and confirm.</summary>
[Flags]
public enum ReviewSteps
{
    None = 0,

    /// <summary>单位负责人.</summary>
    Unit = 1,

    /// <summary>帮扶办.</summary>
    Office = 2,
}

public static class Reviewing
{
    /// <summary>What a word from this level comes to.</summary>
    public static Standing Reached(this ReviewSteps steps, Level level) => level switch
    {
        Level.Clerk when steps.HasFlag(ReviewSteps.Unit) => Standing.AwaitsUnit,
        Level.Clerk or Level.Unit when steps.HasFlag(ReviewSteps.Office) => Standing.AwaitsOffice,
        Level.Clerk or Level.Unit or Level.Office => Standing.Confirmed,
    };
}
