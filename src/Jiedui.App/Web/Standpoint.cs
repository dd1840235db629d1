using System.Data.Common;
using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.App.Web;

/// <summary>From where a page looks: which partnership, which months. Read from the address (?p=1&amp;from=2019-05&amp;to=2021-12) and carried by every link.</summary>
public sealed class Standpoint
{
    private readonly Actor? actor;

    public Standpoint(IHttpContextAccessor http, DbConnection connection, Visitor visitor)
    {
        var query = http.HttpContext?.Request.Query;
        actor = visitor.Actor;
        All = actor is null ? [] : [.. Partnerships.All(connection).Where(one => Policy.SeesBooks(actor, one.Id))];
        var asked = query?["p"].FirstOrDefault() ?? query?["partnership"].FirstOrDefault();
        Partnership = asked is null ? All.FirstOrDefault() : All.FirstOrDefault(one => one.Id.ToString(CultureInfo.InvariantCulture) == asked);
        IsUnknown = asked is not null && Partnership is null;
        Unit = actor?.Unit is { } unit && Partnership is { } within ? UnitRegistry.Load(connection, within.Id).RefOf(unit) : null;
        Life = LifeOf(Partnership);
        var from = Month(query?["from"].FirstOrDefault()) ?? Life.From;
        var to = Month(query?["to"].FirstOrDefault()) ?? Life.To;
        var (first, last) = from <= to ? (from, to) : (to, from);
        Period = new Period(new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
    }

    /// <summary>The visitor's own partnerships; of others he never learns.</summary>
    public IReadOnlyList<Partnership> All { get; }

    /// <summary>Null where the visitor has none yet, or asked for one that is not his.</summary>
    public Partnership? Partnership { get; }

    /// <summary>Whether the address names a partnership that the visitor does not have, or that nobody has: the two are alike.</summary>
    public bool IsUnknown { get; }

    /// <summary>The unit that the visitor's eyes reach no further than; null for the whole partnership.</summary>
    public UnitRef? Unit { get; }

    /// <summary>Whose records the visitor sees from here.</summary>
    public Reach Reach => new(Partnership?.Id ?? 0, actor?.Unit);

    /// <summary>The whole time of the partnership, in whole months, up to today where it goes on.</summary>
    public Period Life { get; }

    public Period Period { get; }

    public FigureQuery Query => new(Partnership?.Id ?? 0, Period) { Within = actor?.Unit, FindsPersonal = actor is not null && Policy.Allows(actor, Act.SeePersonal) };

    /// <summary>An address of a page as seen from here.</summary>
    public string Link(string path, params IReadOnlyList<(string Name, string? Value)> more)
    {
        if (Partnership is null)
            return path + QueryText(more);
        return path + QueryText(
        [
            ("p", Partnership.Id.ToString(CultureInfo.InvariantCulture)),
            ("from", MonthText(Period.From)), ("to", MonthText(Period.To)),
            .. more.Where(pair => pair.Name is not ("p" or "from" or "to")),
        ]);
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
