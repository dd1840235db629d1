using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Gate;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>The buttons of one's own account page.</summary>
internal static class MyEndpoints
{
    private const int LongestKeyName = 40;

    public static void Map(WebApplication app)
    {
        var mine = app.MapGroup("/me").AddEndpointFilter<Importing.RefusedForms>().AddEndpointFilter<FormToken>();
        mine.MapPost("/sessions/end", EndSession);
        mine.MapPost("/sessions/end-others", EndOthers);
        mine.MapPost("/tokens/end", EndToken);
        mine.MapPost("/passkeys/options", PasskeyOptions);
        mine.MapPost("/passkeys", AddPasskey);
        mine.MapPost("/passkeys/remove", RemovePasskey);
        mine.MapPost("/outside/unlink", Unlink);
    }

    private static async Task<IResult> EndSession(HttpContext context, Sessions sessions, AuditLog audit, Visitor visitor)
    {
        if (sessions.End(Claims.AccountOf(context.User)!, await Field(context, "id")))
            audit.Note(visitor.Known, AuditAct.Session, visitor.Known.Name, "退出自己在别处的一次登录");
        return Back();
    }

    private static IResult EndOthers(HttpContext context, Sessions sessions, AuditLog audit, Visitor visitor)
    {
        sessions.EndOthers(Claims.AccountOf(context.User)!, Claims.SessionOf(context.User));
        audit.Note(visitor.Known, AuditAct.Session, visitor.Known.Name, "退出自己的其他全部登录");
        return Back();
    }

    private static async Task<IResult> EndToken(HttpContext context, AccountBook accounts, Tokens tokens, Visitor visitor)
    {
        tokens.End(visitor.Known, accounts.Find(Claims.AccountOf(context.User)!)!, await Field(context, "id"));
        return Back();
    }

    private static async Task<IResult> PasskeyOptions(HttpContext context, AccountBook accounts, SignInManager<Account> signIn)
    {
        var account = accounts.Find(Claims.AccountOf(context.User)!)!;
        return Results.Content(
            await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Name, DisplayName = account.FullName }), "application/json");
    }

    private static async Task<IResult> AddPasskey(HttpContext context, AccountBook accounts, SignInManager<Account> signIn, AuditLog audit, Visitor visitor)
    {
        var account = accounts.Find(Claims.AccountOf(context.User)!)!;
        var result = await signIn.PerformPasskeyAttestationAsync(await Field(context, "credential"));
        // The options were made for this account, and are of no use to another that has signed in at the same browser since.
        if (!result.Succeeded || result.UserEntity.Id != account.Id)
            return Back("no-key");
        var name = (await Field(context, "name")).Trim();
        result.Passkey.Name = name.Length is > 0 and <= LongestKeyName ? name : Browser.Of(context.Request.Headers.UserAgent.ToString());
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, result.Passkey);
        audit.Note(visitor.Known, AuditAct.Account, account.Name, "添加通行密钥");
        return Back("key");
    }

    private static async Task<IResult> RemovePasskey(HttpContext context, Passkeys passkeys, AuditLog audit, Visitor visitor)
    {
        var id = await Field(context, "id");
        if (id.Length > 0 && id.Length % 2 == 0 && id.All(char.IsAsciiHexDigit) && passkeys.Remove(Claims.AccountOf(context.User)!, Convert.FromHexString(id)))
            audit.Note(visitor.Known, AuditAct.Account, visitor.Known.Name, "移除通行密钥");
        return Back();
    }

    private static IResult Unlink(HttpContext context, OutsideLogins logins, AuditLog audit, Visitor visitor)
    {
        logins.Unlink(Claims.AccountOf(context.User)!, OutsideProvider.Scheme);
        audit.Note(visitor.Known, AuditAct.Account, visitor.Known.Name, "取消关联统一身份账号");
        return Back();
    }

    private static async Task<string> Field(HttpContext context, string name) => (await context.Request.ReadFormAsync(context.RequestAborted))[name].ToString();

    private static IResult Back(string? told = null) => Results.Redirect(told is null ? "/me" : "/me?told=" + told);
}
