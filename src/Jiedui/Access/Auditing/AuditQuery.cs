using System.Globalization;
using Dapper;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Access.Auditing;

/// <summary>Which lines of the audit log are wanted; the newest first.</summary>
public sealed record AuditQuery
{
    /// <summary>A part of the name of who did it.</summary>
    public string? Actor { get; init; }

    public AuditAct? Act { get; init; }

    /// <summary>Only what concerns this partnership; null for all.</summary>
    public long? Partnership { get; init; }

    /// <summary>Days in Beijing time, as the pages show moments.</summary>
    public Period? Period { get; init; }

    /// <summary>A text in what it was done to, in what is told, or from where.</summary>
    public string? Search { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 50;

    /// <summary>The day of a moment, as <see cref="Period"/> counts days.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);

    /// <summary>A moment as the log holds it.</summary>
    internal static string Stored(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The condition, and what it asks for.</summary>
    internal (string Where, DynamicParameters Parameters) AsSql()
    {
        var conditions = new List<string> { "1 = 1" };
        var parameters = new DynamicParameters();
        Where(Contains(Actor), Like.Sql("actor", "actor"), "actor");
        Where(Act?.ToString(), "act = @act", "act");
        Where(Partnership, "partnership = @partnership", "partnership");
        if (Period is { } period)
        {
            Where(Start(period.From), "at >= @from", "from");
            Where(period.To == DateOnly.MaxValue ? null : Start(period.To.AddDays(1)), "at < @to", "to");
        }
        Where(Contains(Search), $"({Like.Sql("about", "search")} OR {Like.Sql("told", "search")} OR {Like.Sql("place", "search")})", "search");
        return (string.Join(" AND ", conditions), parameters);

        void Where(object? value, string condition, string name)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static string? Start(DateOnly day) => day.Year < 2 ? null : Stored(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Beijing));

    private static string? Contains(string? text) => string.IsNullOrEmpty(text) ? null : Like.Containing(text);
}
