namespace Jiedui.Measures;

/// <summary>
/// A number as a cell gave it, in smallest units: exact, or an interval with its qualifier. <see cref="Low"/> and <see cref="High"/> are the interval's
/// ends; an open end is null. 8-12 is (8, 12, Range); 20余万元 in 分 is (20000000, 30000000, More); 不低于1800 is (180000, null, AtLeast).
/// </summary>
public readonly record struct Amount(long? Low, long? High, Qualifier Qualifier)
{
    public static Amount Exactly(long smallestUnits) => new(smallestUnits, smallestUnits, Qualifier.Exact);

    /// <summary>The one number it stands for, or null where it is an interval.</summary>
    public long? Value => Low == High ? Low : null;
}
