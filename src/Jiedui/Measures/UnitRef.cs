namespace Jiedui.Measures;

/// <summary>A registered unit or organisation, as a row names it.</summary>
public readonly record struct UnitRef(long Id, string Name)
{
    public override string ToString() => Name;
}

/// <summary>Which of the two sides a unit belongs to.</summary>
public enum Side
{
    /// <summary>帮扶方.</summary>
    Giver,

    /// <summary>受帮扶方.</summary>
    Receiver,
}
