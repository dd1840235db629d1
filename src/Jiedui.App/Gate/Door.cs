using Jiedui.Access;
using Microsoft.AspNetCore.Authorization;

namespace Jiedui.App.Gate;

/// <summary>A page or route names the act that it is (<c>[Authorize(nameof(Act.SeeRecords))]</c>, <c>.Requires(Act.SeeRecords)</c>); the one policy answers.</summary>
public static class Door
{
    public static IServiceCollection AddDoors(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddScoped<IAuthorizationHandler, Keeper>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var act in Enum.GetValues<Act>())
            authorization.AddPolicy(act.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new Requirement(act)));
        // What names no act is closed to strangers all the same; a test finds it.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Lets in only those whose act it is.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder route, Act act)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(act.ToString());

    private sealed record Requirement(Act Act) : IAuthorizationRequirement;

    private sealed class Keeper(Visitor visitor) : AuthorizationHandler<Requirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
        {
            if (visitor.May(requirement.Act))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
