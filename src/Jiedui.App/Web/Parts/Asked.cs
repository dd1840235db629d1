using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Web.Parts;

/// <summary>
/// A question about a figure in an address, and back: ?unit=棣花镇&amp;where=形式=线上&amp;confirmed=true&amp;as-of=2021-03-01T00:00:00Z, as reports write it too.
/// </summary>
internal sealed class Asked(LedgerBook book, Standpoint here)
{
    private readonly Lazy<UnitFinder> units = new(() => book.FinderOf(here.Reach));

    public IReadOnlyList<(string Name, string? Value)> InAddress(FigureQuery query) =>
    [
        ("unit", query.Unit is { } unit ? units.Value.TextOf(unit) : null),
        .. query.Where.Select(condition => ("where", (string?)$"{condition.Column}={condition.Value}")),
        ("grade", query.Grade is { } grade ? ((int)grade).ToString(CultureInfo.InvariantCulture) : null),
        ("confirmed", query.ConfirmedOnly ? "true" : "false"),
        ("as-of", query.AsOf?.ToString("O", CultureInfo.InvariantCulture)),
    ];

    /// <exception cref="UsageException">The address names a unit that is not known, or several of one name.</exception>
    public FigureQuery From(IQueryCollection address) => here.Query with
    {
        Unit = address["unit"].FirstOrDefault() is { Length: > 0 } name ? NamedUnit.In(units.Value, name) : null,
        Where = [.. address["where"].Select(Condition).OfType<(string, string)>()],
        Grade = EvidenceGrades.All.Select(grade => (EvidenceGrade?)grade)
            .FirstOrDefault(grade => address["grade"].FirstOrDefault() == ((int)grade!).ToString(CultureInfo.InvariantCulture)),
        ConfirmedOnly = address["confirmed"].FirstOrDefault() switch { "true" => true, "false" => false, _ => here.Query.ConfirmedOnly },
        AsOf = DateTimeOffset.TryParse(address["as-of"].FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
    };

    private static (string, string)? Condition(string? text)
    {
        var equals = text?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        return equals > 0 ? (text![..equals], text[(equals + 1)..]) : null;
    }
}
