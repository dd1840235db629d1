namespace Jiedui.Flow.Intake.Cells;

/// <summary>
/// 公民身份号码 after GB 11643-1999: 17 digits (area, birth date, sequence) and a check character by ISO 7064 MOD 11-2. The area is not checked: codes are
/// withdrawn while the numbers live on.
/// </summary>
public static class IdNumber
{
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether it is 18 characters long, 17 digits and a digit or capital X, with a birth date that exists and the right check character.</summary>
    public static bool IsValid(string number) =>
        IsWellFormed(number) && BirthDate(number) is not null && CheckCharacter(number) == number[^1];

    internal static bool IsWellFormed(string number) =>
        number.Length == Length && !number.AsSpan(0, Length - 1).ContainsAnyExceptInRange('0', '9') && (char.IsAsciiDigit(number[^1]) || number[^1] == 'X');

    /// <summary>GB 11643-1999: the weighted sum of the first 17 digits, mod 11, names the 18th.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (number[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <summary>Characters 7 to 14, or null where there was no such day.</summary>
    /// <param name="number">A well-formed one.</param>
    internal static DateOnly? BirthDate(string number)
    {
        var (year, month, day) = (Digits(number.AsSpan(6, 4)), Digits(number.AsSpan(10, 2)), Digits(number.AsSpan(12, 2)));
        return year >= 1850 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Digits(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = number * 10 + (digit - '0');
        return number;
    }
}
