using System.Globalization;

namespace Jiedui.App.Web.Parts;

/// <summary>A moment in Beijing time, which both sides live by.</summary>
internal static class Moment
{
    public static string Of(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
