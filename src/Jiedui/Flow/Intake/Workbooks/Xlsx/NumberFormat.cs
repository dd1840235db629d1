namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>What a number format shows: a number, a date, a month or a percentage.</summary>
internal static class NumberFormat
{
    /// <summary>The formats a workbook need not spell out; 27–36 and 50–58 are those of Chinese Excel, where 27, 36, 50, 52 and 57 are yyyy年m月.</summary>
    public static NumberLook LookOf(int format) => format switch
    {
        9 or 10 => NumberLook.Percent,
        17 or 27 or 36 or 50 or 52 or 57 => NumberLook.Month,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberLook.Date,
        _ => NumberLook.Number,
    };

    public static NumberLook LookOf(string code)
    {
        var showsNumber = false;
        var namesDatePart = false;
        var showsPercent = false;
        var parts = "";
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '[' when IsElapsedTime(code, at):
                    return NumberLook.Date;
                case '[':
                    at = EndOf(code, at, ']');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    parts += char.ToLowerInvariant(code[at]);
                    break;
                case 'a' or 'A' when code.AsSpan(at).StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    return NumberLook.Date;
                case '年' or '月' or '日' or '时' or '分' or '秒':
                    namesDatePart = true;
                    break;
                case '%':
                    showsPercent = true;
                    break;
                case '0' or '#' or '?' or 'G' or 'g' or '@':
                    showsNumber = true;
                    break;
                default:
                    break;
            }
        }
        if (parts.Length > 0)
            return parts.Contains('y', StringComparison.Ordinal) && parts.All(part => part is 'y' or 'm') ? NumberLook.Month : NumberLook.Date;
        // 0年 is a number of years.
        return namesDatePart && !showsNumber ? NumberLook.Date : showsPercent ? NumberLook.Percent : NumberLook.Number;
    }

    private static int EndOf(string code, int start, char end)
    {
        var found = code.IndexOf(end, start + 1);
        return found < 0 ? code.Length : found;
    }

    private static bool IsElapsedTime(string code, int start) =>
        code.AsSpan(start + 1) is ['h' or 'H' or 'm' or 'M' or 's' or 'S', ']' or 'h' or 'H' or 'm' or 'M' or 's' or 'S', ..];
}
