namespace Jiedui.Storage;

/// <summary>Texts that contain another, whatever letters it is written in: a condition that both engines answer alike.</summary>
public static class Like
{
    /// <summary>A condition of SQL.</summary>
    /// <param name="expression">The text.</param>
    /// <param name="parameter">The name of the parameter that holds a pattern from <see cref="Containing"/> or <see cref="Beginning"/>.</param>
    public static string Sql(string expression, string parameter) => $"lower({expression}) LIKE @{parameter} ESCAPE '\\'";

    public static string Containing(string text) => $"%{Escaped(text)}%";

    public static string Beginning(string text) => Escaped(text) + '%';

    /// <summary>Only the Latin letters have two forms for the engines.</summary>
    private static string Escaped(string text) => string.Concat(text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Select(letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter));
}
