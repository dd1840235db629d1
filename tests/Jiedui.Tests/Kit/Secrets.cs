using System.Text;
using System.Text.RegularExpressions;

namespace Jiedui.Tests.Kit;

/// <summary>The case's ID numbers and mobile numbers, as its workbooks write them, and a search for them in any bytes.</summary>
public static partial class Secrets
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    public static IReadOnlySet<string> All => Known.Value;

    /// <summary>Those that stand in the bytes.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes)
    {
        var found = new HashSet<string>();
        var secrets = Known.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var run in Digits().EnumerateMatches(Encoding.Latin1.GetString(bytes)))
            Search(Encoding.Latin1.GetString(bytes.Slice(run.Index, run.Length)), secrets, found);
        return [.. found];
    }

    private static void Search(string digits, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> secrets, HashSet<string> found)
    {
        foreach (var length in (int[])[11, 18])
        {
            for (var at = 0; at + length <= digits.Length; at++)
            {
                if (secrets.TryGetValue(digits.AsSpan(at, length), out var secret))
                    found.Add(secret);
            }
        }
    }

    private static HashSet<string> Read()
    {
        var secrets = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Case.Folder, "ledgers"), "*.xlsx"))
        {
            using var workbook = Jiedui.Flow.Intake.Workbooks.Workbook.Open(file);
            foreach (var cell in workbook.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells))
            {
                if (RawTable.IdOf(cell.Text) is { } id)
                    secrets.Add(id);
                else if (Mobile().IsMatch(cell.Text))
                    secrets.Add(cell.Text);
            }
        }
        return secrets;
    }

    [GeneratedRegex("[0-9X]{11,}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^1[3-9]\d{9}\z")]
    private static partial Regex Mobile();
}
