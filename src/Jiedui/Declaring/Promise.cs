namespace Jiedui.Declaring;

/// <summary>承诺: what a partnership undertook, held against an indicator.</summary>
/// <param name="Indicator">The figure that shows whether it is kept.</param>
/// <param name="AtLeast">The value, in the indicator's unit, that it must not fall below.</param>
/// <param name="Words">As it was promised, e.g. 按照不低于投资资金6%分红.</param>
public sealed record Promise(Indicator Indicator, decimal AtLeast, string Words);
