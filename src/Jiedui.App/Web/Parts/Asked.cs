using System.Globalization;
using Jiedui.Flow.Indicators;
using Jiedui.Measures;

namespace Jiedui.App.Web.Parts;

/// <summary>A question about a figure in an address, and back: ?unit=12.棣花镇&amp;w=形式=线上&amp;confirmed=1&amp;asof=2021-03-01.</summary>
internal static class Asked
{
    public static IReadOnlyList<(string Name, string? Value)> InAddress(FigureQuery query) =>
    [
        ("unit", query.Unit is { } unit ? unit.Id.ToString(CultureInfo.InvariantCulture) + "." + unit.Name : null),
        .. query.Where.Select(condition => ("w", (string?)$"{condition.Column}={condition.Value}")),
        ("confirmed", query.ConfirmedOnly ? "1" : null),
        ("asof", query.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    public static FigureQuery From(IQueryCollection address, FigureQuery plain) => plain with
    {
        Unit = UnitOf(address["unit"].FirstOrDefault()),
        Where = [.. address["w"].Select(Condition).OfType<(string, string)>()],
        ConfirmedOnly = address["confirmed"].FirstOrDefault() == "1",
        AsOf = DateOnly.TryParseExact(address["asof"].FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.FromHours(8)) : null,
    };

    private static UnitRef? UnitOf(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new UnitRef(id, text![(dot + 1)..]) : null;
    }

    private static (string, string)? Condition(string? text)
    {
        var equals = text?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        return equals > 0 ? (text![..equals], text[(equals + 1)..]) : null;
    }
}
