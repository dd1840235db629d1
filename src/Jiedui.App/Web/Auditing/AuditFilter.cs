using System.Globalization;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Measures;

namespace Jiedui.App.Web.Auditing;

/// <summary>Which lines a page or file of the audit log shows, as the address says it: ?who=张&amp;act=Export&amp;since=2026-05-01&amp;until=2026-05-31&amp;of=1&amp;text=招聘&amp;page=2.</summary>
public sealed record AuditFilter(string? Who, AuditAct? Act, DateOnly? Since, DateOnly? Until, long? Partnership, string? Text, int Page)
{
    public const int PageSize = 50;

    public static AuditFilter From(IQueryCollection address) => new(
        Words(address, "who"),
        Enum.TryParse<AuditAct>(address["act"].FirstOrDefault(), out var act) && Enum.IsDefined(act) ? act : null,
        Day(address, "since"), Day(address, "until"),
        long.TryParse(address["of"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var partnership) ? partnership : null,
        Words(address, "text"),
        int.TryParse(address["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? Math.Min(page, 1_000_000) : 1);

    public bool IsEmpty => this with { Page = 1 } == new AuditFilter(null, null, null, null, null, null, 1);

    /// <summary>What the reader may see of it: whoever belongs to one partnership sees that one's lines, whatever the address asks for.</summary>
    public AuditQuery Query(Actor reader) => new()
    {
        Actor = Who,
        Act = Act,
        Partnership = reader.Partnership ?? Partnership,
        Period = Since is null && Until is null ? null : new Period(Since ?? DateOnly.MinValue, Until ?? DateOnly.MaxValue),
        Search = Text,
        Offset = (Page - 1) * PageSize,
        Limit = PageSize,
    };

    public IReadOnlyList<(string Name, string? Value)> InAddress() =>
    [
        ("who", Who), ("act", Act?.ToString()), ("since", DayText(Since)), ("until", DayText(Until)), ("of", Partnership?.ToString(CultureInfo.InvariantCulture)), ("text", Text),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    public static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Words(IQueryCollection address, string name) => address[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IQueryCollection address, string name) =>
        DateOnly.TryParseExact(address[name].FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1949 and <= 2200 ? day : null;
}
