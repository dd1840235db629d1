using CsCheck;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>One thing done to a file: which, where, and with what.</summary>
internal readonly record struct Cut(int Kind, double Where, double HowMuch, int What)
{
    public static Gen<Cut> Any { get; } = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, int.MaxValue], (kind, where, much, what) => new Cut(kind, where, much, what));

    /// <summary>A place among so many.</summary>
    public int At(int count) => count <= 0 ? 0 : Math.Min((int)(Where * count), count - 1);

    public T Of<T>(IReadOnlyList<T> choices) => choices[What % choices.Count];
}
