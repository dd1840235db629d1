using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Flow.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>The filters of a figure as an address gives them: ?from=2020-01&amp;to=2020-12&amp;unit=棣花镇&amp;where=形式=线上.</summary>
public sealed record ApiQuestion(
    [FromServices] Visitor Visitor,
    [FromQuery(Name = "partnership")] string? Partnership, [FromQuery(Name = "from")] string? From, [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "unit")] string? Unit, [FromQuery(Name = "where")] string[]? Where, [FromQuery(Name = "as_of")] string? AsOf,
    [FromQuery(Name = "confirmed")] bool? Confirmed)
{
    public Question Question => new()
    {
        Actor = Visitor.Known,
        Partnership = Partnership,
        From = From,
        To = To,
        Unit = Unit,
        Where = Where ?? [],
        AsOf = AsOf,
        Confirmed = Confirmed ?? false,
    };

    public FigureQuery Query(DbConnection connection) => Question.In(connection, Question.PartnershipIn(connection));
}
