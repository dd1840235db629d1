using System.Text.RegularExpressions;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>One or several telephone numbers, joined by 、. One of doubtful shape is kept as written, with a warning: it blocks no row.</summary>
internal static partial class PhoneCell
{
    private static readonly char[] Joints = ['、', '/', ';', ',', '\n', '|'];

    public static CellReading Read(RawCell cell, string text)
    {
        // As nearly all of them are written, and as all that follows would leave it.
        if (cell.Kind == RawKind.Text && text is ['1', ..] && text.Length == 11 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return new CellReading(text);
        var written = cell.Kind == RawKind.Number && FloatingNumber.TryRead(cell.Number, out var digits) ? FloatingNumber.Digits(digits) : text;
        // Split before halving: that would turn a line break into a blank.
        var numbers = written.Split('\n').SelectMany(line => CleanText.Halved(line).Split(Joints)).Select(Canonical).Where(number => number.Length > 0).ToList();
        if (numbers.Count == 0 || !numbers.TrueForAll(number => Plausible().IsMatch(number)))
            return new CellReading(written, Note: Doubtful);
        return new CellReading(string.Join('、', numbers));
    }

    private static CellFault Doubtful { get; } =
        new("phone.shape", "这不像一个完整的电话号码（手机号为 11 位，座机应带区号）", "请核对后补全", Severity.Warns);

    /// <summary>Without blanks, brackets and country code; a mobile number also without hyphens.</summary>
    private static string Canonical(string number)
    {
        var bare = CountryCode().Replace(CleanText.WithoutBlanks(number), "");
        var mobile = bare.Replace("-", "", StringComparison.Ordinal);
        return Mobile().IsMatch(mobile) ? mobile : BracketedArea().Replace(bare, "$1-");
    }

    [GeneratedRegex(@"^(\+86|0086|86)-?(?=1\d{2}|0\d)")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^\((0\d{2,3})\)-?")]
    private static partial Regex BracketedArea();

    [GeneratedRegex(@"^1[0-9]{10}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(1[0-9]{10}|0[0-9]{2,3}-?[2-9][0-9]{6,7}(-[0-9]{1,6})?|[2-9][0-9]{6,7}|[48]00-?[0-9]{3}-?[0-9]{4})\z")]
    private static partial Regex Plausible();
}
