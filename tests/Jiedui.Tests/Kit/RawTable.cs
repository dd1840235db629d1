using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Kit;

/// <summary>A case sheet as bare cells below its header, for counting by hand: none of the project's matching or cell reading.</summary>
public static partial class RawTable
{
    /// <summary>The rows of all sheets whose header has this cell, each by header; an absent cell is empty.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> AllOf(string file, string header)
    {
        using var workbook = Workbook.Open(Case.Ledger(file));
        foreach (var sheet in workbook.Sheets)
        {
            Dictionary<int, string>? headers = null;
            foreach (var row in sheet.Rows())
            {
                if (headers is not null)
                    yield return headers.ToDictionary(pair => pair.Value, pair => row.Cells.FirstOrDefault(cell => cell.Column == pair.Key).Text ?? "");
                else if (row.Cells.Any(cell => cell.Text == header))
                    headers = row.Cells.Where(cell => cell.Text.Length > 0).DistinctBy(cell => cell.Text).ToDictionary(cell => cell.Column, cell => cell.Text);
            }
        }
    }

    /// <summary>2020-06 of whatever way a date is written.</summary>
    public static string MonthOf(string text)
    {
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var serial) && serial > 30_000)
            return DateTime.FromOADate(serial).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var match = YearAndMonth().Match(text.Normalize(NormalizationForm.FormKC));
        return match.Success ? $"{match.Groups[1].Value}-{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture):00}" : "";
    }

    /// <summary>A valid ID in its one form, or null.</summary>
    public static string? IdOf(string text)
    {
        var id = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        if (!Id().IsMatch(id))
            return null;
        var sum = 0;
        for (var at = 0; at < 17; at++)
            sum += (id[at] - '0') * ((1 << (17 - at)) % 11);
        return "10X98765432"[sum % 11] == id[17] ? id : null;
    }

    public static decimal NumberOf(string text) => decimal.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\D*(\d{4})\D+(\d{1,2})")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^\d{17}[\dX]\z")]
    private static partial Regex Id();
}
