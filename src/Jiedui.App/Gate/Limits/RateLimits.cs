using System.Globalization;
using System.Threading.RateLimiting;

namespace Jiedui.App.Gate.Limits;

/// <summary>Who asks too often is told so in Chinese, and when to come back.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, RateOptions rates)
    {
        services.AddSingleton(new SignInTries(rates));
        return services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (context, _) => new ValueTask(Refuse(context.HttpContext, context.Lease));
            foreach (var limit in Enum.GetValues<Limit>())
                limiter.AddPolicy(limit.ToString(), context => RateLimitPartition.GetSlidingWindowLimiter(Asker.Of(context), _ => Options(rates.Of(limit))));
        });
    }

    public static void UseRateLimits(this WebApplication app)
    {
        app.UseMiddleware<SignInTries>();
        app.UseRateLimiter();
    }

    /// <summary>Answers only so often.</summary>
    public static TBuilder Limited<TBuilder>(this TBuilder route, Limit limit)
        where TBuilder : IEndpointConventionBuilder => route.RequireRateLimiting(limit.ToString());

    internal static Task Refuse(HttpContext context, RateLimitLease lease)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        // A page tells it itself; a program gets a problem.
        return context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal)
            ? Results.Problem("请求太频繁，请稍候再试；间隔见响应头 Retry-After（秒）。", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context)
            : Task.CompletedTask;
    }

    internal static SlidingWindowRateLimiterOptions Options(int often) => new() { PermitLimit = often, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 };
}
