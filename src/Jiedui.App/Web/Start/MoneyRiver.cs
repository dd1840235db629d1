using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Work.Drivers.Industry;

namespace Jiedui.App.Web.Start;

/// <summary>Money from the giver's treasury to its use, movement by movement. The four steps are the same money, so the picture never adds them up.</summary>
public sealed record MoneyRiver(IReadOnlyList<MoneyRiver.Flow> Flows, IReadOnlyDictionary<string, Side?> Places)
{
    public sealed record Flow(string From, string To, string Step, decimal Amount);

    public static MoneyRiver Of(LedgerBook book, Standpoint here)
    {
        var units = book.UnitsOf(here.Query.Partnership);
        var places = new Dictionary<string, Side?>();
        var flows = new List<Flow>();

        // An organisation that only a voucher names is told by its name: 碑林区财政局 is the giver's.
        Side? SideOf(UnitRef unit) => units.Find(unit.Id)?.Side
            ?? (unit.Name.StartsWith(here.Partnership?.Giver ?? "？", StringComparison.Ordinal) ? Side.Giver
                : unit.Name.StartsWith(here.Partnership?.Receiver ?? "？", StringComparison.Ordinal) ? Side.Receiver : null);

        foreach (var row in book.All(Funds.Ledger, here.Reach).Select(record => record.Row).Where(row => Funds.Date.DayOf(row) is { } day && here.Period.Contains(day)))
        {
            var step = Funds.Kind.Of(row)!;
            var payer = Funds.Payer.Of(row);
            // What was spent is told by its use, and what came back flows to its own place: a river does not run in circles.
            var to = step switch
            {
                "支出" => Funds.Purpose.Of(row) ?? Funds.Payee.Of(row)?.Name,
                "结余退回" => "结余退回",
                _ => Funds.Payee.Of(row)?.Name,
            };
            if (payer is not { } from || to is null || to == from.Name || Funds.Amount.Of(row)?.Value is not { } amount || amount <= 0)
                continue;
            places[from.Name] = SideOf(from);
            places.TryAdd(to, step is "下达" or "拨付" && Funds.Payee.Of(row) is { } payee ? SideOf(payee) : null);
            flows.Add(new Flow(from.Name, to, step, amount));
        }
        return new MoneyRiver(
            [.. flows.GroupBy(flow => (flow.From, flow.To, flow.Step)).Select(group => new Flow(group.Key.From, group.Key.To, group.Key.Step, group.Sum(flow => flow.Amount)))], places);
    }

    public object Option() => new
    {
        tooltip = new { trigger = "item" },
        narrow = new
        {
            orient = "vertical",
            left = 4,
            right = 36,
            top = 24,
            bottom = 48,
            nodeGap = 40,
            label = new { position = "bottom", color = "var(--ink)", fontSize = 12, formatter = "{b}\n{c} 万元", lineHeight = 16 },
        },
        series = new[]
        {
            new
            {
                type = "sankey",
                left = 4, right = 120, top = 8, bottom = 24,
                nodeWidth = 12, nodeGap = 34, draggable = false,
                emphasis = new { focus = "adjacency" },
                data = Places.Select(place => new { name = place.Key, itemStyle = new { color = Colour(place.Value), borderWidth = 0 } }),
                links = Flows.Select(flow => new { source = flow.From, target = flow.To, value = Math.Round(flow.Amount / 10000, 2) }),
                lineStyle = new { color = "var(--line-2)", opacity = 0.28, curveness = 0.5 },
                label = new { color = "var(--ink)", fontSize = 13, formatter = "{b}\n{c} 万元", lineHeight = 18 },
            },
        },
    };

    private static string Colour(Side? side) => side switch
    {
        Side.Giver => "var(--giver)",
        Side.Receiver => "var(--receiver)",
        null => "var(--mark)",
        _ => "var(--mark)",
    };
}
