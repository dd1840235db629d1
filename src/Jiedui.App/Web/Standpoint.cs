using System.Data.Common;
using System.Globalization;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Indicators;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.App.Web;

/// <summary>From where a page looks: which partnership, which months. Read from the address (?p=1&amp;from=2019-05&amp;to=2021-12) and carried by every link.</summary>
public sealed class Standpoint
{
    public Standpoint(IHttpContextAccessor http, DbConnection connection)
    {
        var query = http.HttpContext?.Request.Query;
        All = Partnerships.All(connection);
        var asked = long.TryParse(query?["p"].FirstOrDefault() ?? query?["partnership"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        Partnership = All.FirstOrDefault(one => one.Id == asked) ?? All.FirstOrDefault();
        Life = LifeOf(Partnership);
        IsOfficialConfirmed = Partnership is { } pair && Rules.Of(connection, pair.Id).OnlyConfirmed;
        ConfirmedOnly = query?["confirmed"].FirstOrDefault() switch { "true" => true, "false" => false, _ => IsOfficialConfirmed };
        var from = Month(query?["from"].FirstOrDefault()) ?? Life.From;
        var to = Month(query?["to"].FirstOrDefault()) ?? Life.To;
        var (first, last) = from <= to ? (from, to) : (to, from);
        Period = new Period(new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
    }

    public IReadOnlyList<Partnership> All { get; }

    /// <summary>Null only in an empty book.</summary>
    public Partnership? Partnership { get; }

    /// <summary>The whole time of the partnership, in whole months, up to today where it goes on.</summary>
    public Period Life { get; }

    public Period Period { get; }

    /// <summary>Whether only what both sides confirmed is official here.</summary>
    public bool IsOfficialConfirmed { get; }

    /// <summary>Whether figures count only what both sides confirmed: as the address says, or as is official.</summary>
    public bool ConfirmedOnly { get; }

    public FigureQuery Query => new(Partnership?.Id ?? 0, Period) { ConfirmedOnly = ConfirmedOnly };

    /// <summary>An address of a page as seen from here.</summary>
    public string Link(string path, params IReadOnlyList<(string Name, string? Value)> more)
    {
        if (Partnership is null)
            return path + QueryText(more);
        return path + QueryText(
        [
            ("p", Partnership.Id.ToString(CultureInfo.InvariantCulture)),
            ("from", MonthText(Period.From)), ("to", MonthText(Period.To)),
            .. more.Where(pair => pair.Name is not ("p" or "from" or "to" or "confirmed")),
            ("confirmed", Unofficial(more.FirstOrDefault(pair => pair.Name == "confirmed").Value)),
        ]);
    }

    /// <summary>What an address says of <c>confirmed</c>: nothing where it is what is official anyway.</summary>
    private string? Unofficial(string? asked)
    {
        var confirmed = asked is null ? ConfirmedOnly : asked == "true";
        return confirmed == IsOfficialConfirmed ? null : confirmed ? "true" : "false";
    }

    public string LinkTo(Partnership partnership, string path) => path + "?p=" + partnership.Id.ToString(CultureInfo.InvariantCulture);

    public static string MonthText(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string QueryText(IEnumerable<(string Name, string? Value)> pairs)
    {
        var text = string.Join('&', pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => pair.Name + "=" + Uri.EscapeDataString(pair.Value!)));
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>2019-05; of a day, as reports write it, its month.</summary>
    private static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1949 and <= 2200 ? month : null;

    private static Period LifeOf(Partnership? partnership)
    {
        var today = DateOnly.FromDateTime(DateTime.Now);
        return partnership?.Life(today) ?? new Period(new DateOnly(today.Year, 1, 1), today);
    }
}
