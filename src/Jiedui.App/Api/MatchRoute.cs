using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Api;

/// <summary>A matching over HTTP. It ends when its asker leaves.</summary>
internal static class MatchRoute
{
    public static MatchAnswer Of(
        LedgerBook book, Vault vault, Catalogue catalogue, Visitor visitor, System.Data.Common.DbConnection connection, CancellationToken cancel,
        [FromQuery] string? partnership = null, [FromQuery] string? fair = null)
    {
        var matching = catalogue.Matching ?? throw new UsageException("没有台账声明过匹配。");
        var pair = new Question { Actor = visitor.Known, Partnership = partnership }.PartnershipIn(connection);
        var request = new MatchRequest(pair.Id, visitor.Known.Unit, DateOnly.FromDateTime(DateTime.Today)) { Occasion = fair is { Length: > 0 } ? fair : null };
        return MatchAnswer.Of(new Matcher(book, vault, matching).Run(request, cancel), request.Occasion);
    }
}
