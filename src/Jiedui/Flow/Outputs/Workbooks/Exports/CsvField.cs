namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>
/// A field after RFC 4180. Excel takes a text that begins with = + - @, a tab or a line break for a formula, so such a text gets an apostrophe, which the
/// importer takes away again.
/// </summary>
public static class CsvField
{
    internal static string Of(ExportCell? cell) => cell is not { } written ? "" : written.IsNumber ? written.Text : OfText(written.Text);

    public static string OfText(string text)
    {
        var inert = IsFormula(text) ? "'" + text : text;
        return inert.AsSpan().IndexOfAny(",\"\r\n") < 0 && inert.AsSpan().Trim().Length == inert.Length ? inert : $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The full-width forms too: some programs take them for the same, and a blank before them does not help.
    private static bool IsFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);
}
