namespace Jiedui.Measures;

/// <summary>An <see cref="Measures.Amount"/> of one dimension.</summary>
public readonly record struct Quantity<T>(Amount Amount)
    where T : struct, IDimension
{
    public static Quantity<T> One => Exactly(T.Scale);

    /// <summary>An exact quantity in the dimension's smallest units (分, 0.01 亩, 人).</summary>
    public static Quantity<T> Exactly(long smallestUnits) => new(Amount.Exactly(smallestUnits));

    /// <summary>An exact number of whole units (元, 亩, 人).</summary>
    public static Quantity<T> Whole(long units) => Exactly(units * T.Scale);

    /// <summary>The exact value in units, or null for an interval.</summary>
    public decimal? Value => Amount.Value is { } smallest ? (decimal)smallest / T.Scale : null;

    public static Quantity<T> operator +(Quantity<T> left, Quantity<T> right) =>
        new(new Amount(left.Amount.Low + right.Amount.Low, left.Amount.High + right.Amount.High, Widest(left.Amount.Qualifier, right.Amount.Qualifier)));

    public static Quantity<T> operator -(Quantity<T> quantity) =>
        new(new Amount(-quantity.Amount.High, -quantity.Amount.Low, quantity.Amount.Qualifier));

    private static Qualifier Widest(Qualifier left, Qualifier right) =>
        left == Qualifier.Exact ? right : right == Qualifier.Exact || left == right ? left : Qualifier.Range;
}
