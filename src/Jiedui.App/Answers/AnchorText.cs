using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiedui.App.Answers;

/// <summary>A printed anchor as somebody types it in: 128:4f2a… .</summary>
public static partial class AnchorText
{
    /// <exception cref="UsageException">It is no number with a hash.</exception>
    public static (long Number, string Hash) Parse(string text)
    {
        var match = Shape().Match(text);
        return match.Success && long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, match.Groups["hash"].Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())
            : throw new UsageException($"“{text}”不是校验值。请照打印件写成 条号:校验值，如 128:4f2a…（64 个十六进制字符）。");
    }

    // Printed in groups of eight, and typed so.
    [GeneratedRegex(@"^\s*(?<number>\d{1,18})\s*[:：]\s*(?<hash>[0-9A-Fa-f](?:\s?[0-9A-Fa-f]){63})\s*$")]
    private static partial Regex Shape();
}
