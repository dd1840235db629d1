using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Web.Parts;

/// <summary>How a grid is asked for in an address: ?q=…&amp;sort=列名&amp;desc=1&amp;page=2&amp;f.形式=直播带岗.</summary>
public sealed record GridState(string? Search, string? Sort, bool Descending, int Page, IReadOnlyList<(string Column, string Text)> Filters)
{
    public const int PageSize = 50;

    public static GridState From(IQueryCollection address, LedgerType ledger) => new(
        address["q"].FirstOrDefault() is { Length: > 0 } search ? search : null,
        ledger.Find(address["sort"].FirstOrDefault() ?? "") is { IsPersonal: false } sorted ? sorted.Name : null,
        address["desc"].FirstOrDefault() == "1",
        int.TryParse(address["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? Math.Min(page, 1_000_000) : 1,
        [.. ledger.Columns.Where(CellWords.IsFilter).Select(column => (column.Name, Text: address["f." + column.Name].FirstOrDefault() ?? "")).Where(filter => filter.Text.Length > 0)]);

    public RecordQuery Query(Standpoint here) => new(here.Reach)
    {
        FindsPersonal = here.Query.FindsPersonal,
        Where = Filters,
        Search = Search,
        SortBy = Sort,
        Descending = Descending,
        Offset = (Page - 1) * PageSize,
        Limit = PageSize,
    };

    public IReadOnlyList<(string Name, string? Value)> InAddress() =>
    [
        ("q", Search), ("sort", Sort), ("desc", Descending ? "1" : null), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        .. Filters.Select(filter => ("f." + filter.Column, (string?)filter.Text)),
    ];
}
