using System.Threading.RateLimiting;

namespace Jiedui.App.Gate.Limits;

/// <summary>
/// Tries to sign in, wherever below /sign-in they are sent, are counted by the address they come from and by the name that they try: many addresses together try
/// no more passwords on one account than one does. To look at the form is free.
/// </summary>
internal sealed class SignInTries(RateOptions rates) : IMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = Limiter(rates.SignInsByAddress);
    private readonly PartitionedRateLimiter<string> names = Limiter(rates.SignInsByName);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsTry(context.Request))
        {
            await next(context);
            return;
        }
        using var byAddress = addresses.AttemptAcquire(Asker.AddressOf(context));
        using var byName = byAddress.IsAcquired && await NameIn(context) is { } name ? names.AttemptAcquire(name) : null;
        if (byAddress.IsAcquired && byName?.IsAcquired != false)
            await next(context);
        else
            await RateLimits.Refuse(context, byName ?? byAddress);
    }

    public void Dispose()
    {
        addresses.Dispose();
        names.Dispose();
    }

    private static bool IsTry(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase);

    // The form's field is called name, alone or within the form's model.
    private static async Task<string?> NameIn(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var field = form.Keys.FirstOrDefault(key => key.Split('.')[^1].Equals("name", StringComparison.OrdinalIgnoreCase));
            return field is null ? null : form[field].ToString().Trim().ToUpperInvariant();
        }
        catch (Exception refused) when (refused is InvalidDataException or BadHttpRequestException { StatusCode: not StatusCodes.Status413PayloadTooLarge })
        {
            // A form that cannot be read is refused further on, with its reason; one that is too large, here.
            return null;
        }
    }

    private static PartitionedRateLimiter<string> Limiter(int often) =>
        PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetSlidingWindowLimiter(who, _ => RateLimits.Options(often)));
}
