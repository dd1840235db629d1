using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Flow.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>The filters of a figure as an address gives them: ?from=2020-01&amp;to=2020-12&amp;unit=棣花镇&amp;where=形式=线上.</summary>
public sealed class ApiQuestion
{
    [FromServices]
    public required Visitor Visitor { get; init; }

    [FromQuery(Name = "partnership")]
    public string? Partnership { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "unit")]
    public string? Unit { get; init; }

    [FromQuery(Name = "where")]
    public string[]? Where { get; init; }

    [FromQuery(Name = "as_of")]
    public string? AsOf { get; init; }

    [FromQuery(Name = "confirmed")]
    public bool? Confirmed { get; init; }

    public Question Question => new()
    {
        Actor = Visitor.Known,
        Partnership = Partnership,
        From = From,
        To = To,
        Unit = Unit,
        Where = Where ?? [],
        AsOf = AsOf,
        Confirmed = Confirmed,
    };

    public FigureQuery Query(DbConnection connection) => Question.In(connection, Question.PartnershipIn(connection));
}
