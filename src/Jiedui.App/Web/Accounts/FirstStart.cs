using System.Net;
using System.Security.Cryptography;
using Jiedui.Access.Accounts;

namespace Jiedui.App.Web.Accounts;

/// <summary>An installation without accounts shows one page only: the one that makes the first three.</summary>
public sealed class FirstStart(AccountBook accounts, WebOptions options)
{
    public const string Page = "/setup";

    private volatile bool isOver;

    public bool IsOver => isOver || (isOver = accounts.Any());

    /// <summary>Whether who asks sits at this machine: then no code is needed. Behind a proxy everybody seems to, so what a proxy sends on never does.</summary>
    public static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    public bool MaySetUp(HttpContext context, string code) =>
        IsHere(context) || options.SetupCode.Length > 0 && CryptographicOperations.FixedTimeEquals(Bytes(code.Trim()), Bytes(options.SetupCode));

    public static string NewCode() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4)));

    public static Task Lead(HttpContext context, RequestDelegate next)
    {
        var first = context.RequestServices.GetRequiredService<FirstStart>();
        if (first.IsOver || Refusal.IsForPrograms(context.Request) || IsAlwaysOpen(context))
            return next(context);
        context.Response.Redirect(Page);
        return Task.CompletedTask;
    }

    private static bool IsAlwaysOpen(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Page, StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal) || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetMark>() is not null;

    private static byte[] Bytes(string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));
}

/// <summary>Stands on the routes of styles, scripts and pictures.</summary>
internal sealed class StaticAssetMark;
