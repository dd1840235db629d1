namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Whether a number format shows a date or a time.</summary>
internal static class DateFormat
{
    /// <summary>The formats a workbook need not spell out; 27–36 and 50–58 are those of Chinese, Japanese and Korean Excel.</summary>
    public static bool IsBuiltIn(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    public static bool Shows(string code)
    {
        var showsNumber = false;
        var namesDatePart = false;
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '[' when IsElapsedTime(code, at):
                    return true;
                case '[':
                    at = EndOf(code, at, ']');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                case 'a' or 'A' when code.AsSpan(at).StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    return true;
                case '年' or '月' or '日' or '时' or '分' or '秒':
                    namesDatePart = true;
                    break;
                case '0' or '#' or '?' or 'G' or 'g' or '@':
                    showsNumber = true;
                    break;
                default:
                    break;
            }
        }
        // 0年 is a number of years.
        return namesDatePart && !showsNumber;
    }

    private static int EndOf(string code, int start, char end)
    {
        var found = code.IndexOf(end, start + 1);
        return found < 0 ? code.Length : found;
    }

    private static bool IsElapsedTime(string code, int start) =>
        code.AsSpan(start + 1) is ['h' or 'H' or 'm' or 'M' or 's' or 'S', ']' or 'h' or 'H' or 'm' or 'M' or 's' or 'S', ..];
}
