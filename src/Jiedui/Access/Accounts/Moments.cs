using System.Globalization;

namespace Jiedui.Access.Accounts;

/// <summary>Moments as the tables hold them: UTC, of one length, so that they sort as text.</summary>
internal static class Moments
{
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? at) => at is { } moment ? Text(moment) : null;

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
