using Jiedui.Access;
using Jiedui.App.Gate;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>Single records over HTTP: a new one, or the correction of one that the asker has seen.</summary>
internal static class RecordRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/ledgers/{code}/records", Add).WithSummary("新记一条：cells 按列名给出各列内容").Requires(Act.Enter).DisableAntiforgery();
        api.MapPut("/ledgers/{code}/records/{record:long}", Correct).WithSummary("更正一条：version 是所见的版本，reason 是原因，cells 只写要改的列").Requires(Act.Enter).DisableAntiforgery();
    }

    private static IResult Add([FromRoute] string code, [FromBody] NewRecord typed, [FromQuery] string? partnership, RecordDesk desk) =>
        desk.Enter(code, partnership, typed.Cells, null, 0, "");

    private static IResult Correct([FromRoute] string code, [FromRoute] long record, [FromBody] CorrectedRecord typed, [FromQuery] string? partnership, RecordDesk desk) =>
        desk.Enter(code, partnership, typed.Cells, record, typed.Version, typed.Reason ?? "");

    internal sealed record NewRecord(IReadOnlyDictionary<string, string?>? Cells);

    internal sealed record CorrectedRecord(int Version, string? Reason, IReadOnlyDictionary<string, string?>? Cells);
}
