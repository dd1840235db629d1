using System.Globalization;

namespace Jiedui.App.Web.Parts;

/// <summary>A file's size as people say it.</summary>
internal static class FileSize
{
    public static string Of(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m / 1024m:0.#} MB");
}
