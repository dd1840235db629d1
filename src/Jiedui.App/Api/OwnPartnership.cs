using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.App.Gate;

namespace Jiedui.App.Api;

/// <summary>A partnership that is not the asker's is unknown to every route, whether or not it asks for one itself.</summary>
public sealed class OwnPartnership(Visitor visitor, DbConnection connection) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Request.Query["partnership"].FirstOrDefault() is { } name)
            _ = new Question { Actor = visitor.Known, Partnership = name }.PartnershipIn(connection);
        return await next(context);
    }
}
