namespace Jiedui.Declaring;

/// <summary>How a measure or an indicator behaves over time (design §4.5).</summary>
public enum Nature
{
    /// <summary>Adds over time.</summary>
    Flow,

    /// <summary>A value at a date: adds up to that date, never over periods.</summary>
    Stock,

    /// <summary>Distinct subjects: never adds over periods.</summary>
    Distinct,

    /// <summary>The least value.</summary>
    Floor,

    /// <summary>Numerator and denominator, kept.</summary>
    Ratio,
}
