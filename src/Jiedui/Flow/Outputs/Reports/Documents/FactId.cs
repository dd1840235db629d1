using System.Security.Cryptography;
using System.Text;
using Jiedui.Flow.Indicators;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>
/// A fact's name: the indicator's code and a digest of how it was asked, so that paragraphs copied between reports keep pointing at the right facts. The
/// digest is written in letters, so that no format carries digits that are no figures.
/// </summary>
public static class FactId
{
    /// <summary>Word allows a tag 64 characters.</summary>
    private const int DigestLetters = 8;

    public static string Of(string code, FigureQuery query)
    {
        var asked = new StringBuilder().Append(query.Partnership).Append('\n').Append(query.Period).Append('\n').Append(query.Unit?.Id)
            .Append(query.Within is { } within ? $" {within}" : "").Append('\n').Append(query.AsOf?.UtcTicks).Append('\n').Append(query.ConfirmedOnly)
            .Append(query.Grade is { } grade ? $" {grade}" : "");
        foreach (var (column, value) in query.Where)
            asked.Append('\n').Append(column).Append('=').Append(value);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(asked.ToString()));
        return $"{code}-{string.Concat(digest.Take(DigestLetters).Select(part => (char)('a' + part % 26)))}";
    }
}
