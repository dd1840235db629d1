namespace Jiedui.Flow.Intake.Cells;

/// <summary>A run of digits, thousands commas and a point.</summary>
internal static class ArabicDigits
{
    public const int Longest = 24;

    /// <summary>Commas stand before every third digit from the point, or nowhere.</summary>
    public static bool HasGoodCommas(ReadOnlySpan<char> run)
    {
        if (!run.Contains(','))
            return true;
        var point = run.IndexOf('.');
        var whole = point < 0 ? run : run[..point];
        if ((point >= 0 && run[point..].Contains(',')) || whole.Length == 0 || whole[0] == ',')
            return false;
        for (var i = 0; i < whole.Length; i++)
        {
            var isThirdFromEnd = (whole.Length - i) % 4 == 0;
            if (whole[i] == ',' != isThirdFromEnd)
                return false;
        }
        return true;
    }

    /// <summary>The place of the last digit that is not zero: 10 for 20, 0.1 for 3.5; 0 where all are.</summary>
    public static decimal LastPlace(ReadOnlySpan<char> run)
    {
        var last = run.LastIndexOfAnyInRange('1', '9');
        if (last < 0)
            return 0;
        var point = run.IndexOf('.');
        var place = 1m;
        if (point >= 0 && point < last)
        {
            for (var i = point; i < last; i++)
                place /= 10;
            return place;
        }
        foreach (var letter in run[(last + 1)..(point < 0 ? run.Length : point)])
            place *= letter == ',' ? 1 : 10;
        return place;
    }
}
