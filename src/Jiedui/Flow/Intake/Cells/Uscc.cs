namespace Jiedui.Flow.Intake.Cells;

/// <summary>
/// 统一社会信用代码 after GB 32100-2015: 18 characters out of 31 (no I, O, S, V, Z), the last of which checks the others: weights 3^(i-1) mod 31.
/// </summary>
public static class Uscc
{
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Whether it is 18 of the allowed characters with the right check character.</summary>
    public static bool IsValid(string code) => code.Length == Length && HasOnlyAllowed(code) && CheckCharacter(code) == code[^1];

    internal static bool HasOnlyAllowed(string code) => !code.AsSpan().ContainsAnyExcept(Alphabet);

    /// <summary>GB 32100-2015: (31 - weighted sum mod 31) mod 31 is the place of the 18th character in the alphabet.</summary>
    internal static char CheckCharacter(string code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }
}
