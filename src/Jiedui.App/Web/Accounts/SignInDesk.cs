using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    Done,
    SecondStep,
    Refused,
}

/// <summary>The ways in. Every attempt stands in the audit log; what is told to the person is the same whatever was wrong.</summary>
internal sealed class SignInDesk(SignInManager<Account> signIn, AuditLog audit, OutsideLogins logins, WebOptions options, IHttpContextAccessor http)
{
    /// <summary>Hashed where there is no such account, so that the answer takes as long as for one that there is.</summary>
    private static readonly Account Nobody = new() { Name = "nobody", FullName = "nobody", Binding = new Binding(Role.Leader) };

    private UserManager<Account> Users => signIn.UserManager;

    public async Task<SignInOutcome> WithPassword(string name, string password)
    {
        var account = await Users.FindByNameAsync(name);
        if (account is null || password.Length > PasswordRules.Longest)
        {
            Users.PasswordHasher.HashPassword(Nobody, password[..Math.Min(password.Length, PasswordRules.Longest)]);
            return Refused(account, name, "密码");
        }
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return SignInOutcome.SecondStep;
        return result.Succeeded ? Done(account, "密码") : Refused(account, name, result.IsLockedOut ? "密码，已锁定" : "密码");
    }

    public async Task<SignInOutcome> WithCode(string code)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
            return SignInOutcome.Refused;
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code.Replace(" ", "", StringComparison.Ordinal), isPersistent: false, rememberClient: false);
        return result.Succeeded ? Done(account, "密码和验证码") : Refused(account, account.Name, result.IsLockedOut ? "验证码，已锁定" : "验证码");
    }

    public async Task<SignInOutcome> WithRecoveryCode(string code)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
            return SignInOutcome.Refused;
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim());
        return result.Succeeded ? Done(account, "密码和恢复码") : Refused(account, account.Name, result.IsLockedOut ? "恢复码，已锁定" : "恢复码");
    }

    /// <summary>A passkey proves both what one has and what one is or knows, so nothing more is asked.</summary>
    public async Task<SignInOutcome> WithPasskey(string credential)
    {
        var result = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded)
            return Refused(null, "", "通行密钥");
        await Users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return await Enter(result.User, "通行密钥");
    }

    /// <summary>The outside provider vouched for a person: in comes the account linked to him, or the one of the same name that may come so.</summary>
    public async Task<SignInOutcome> WithOutside(string subject, string? name)
    {
        var account = logins.AccountOf(OutsideProvider.Scheme, subject) is { } linked ? await Users.FindByIdAsync(linked) : null;
        if (account is null && options.Outside is { MatchesName: true } && name is { Length: > 0 } && await Users.FindByNameAsync(name) is { MayComeFromOutside: true } named
            && logins.Of(named.Id).Count == 0 && logins.Link(OutsideProvider.Scheme, subject, named.Id))
        {
            account = named;
        }
        return account is null ? Refused(null, name ?? "", "统一身份") : await Enter(account, "统一身份");
    }

    public async Task Leave(Actor actor)
    {
        await signIn.SignOutAsync();
        audit.Note(actor, AuditAct.SignOut, actor.Name);
    }

    private async Task<SignInOutcome> Enter(Account account, string way)
    {
        // Wrong passwords shut the password's way only: a stranger who types them keeps nobody with a passkey out.
        if (!await signIn.CanSignInAsync(account))
            return Refused(account, account.Name, way);
        await signIn.SignInAsync(account, isPersistent: false);
        return Done(account, way);
    }

    private SignInOutcome Done(Account account, string way)
    {
        audit.Note(ActorOf(account.Name, account.Role), AuditAct.SignIn, account.Name, way, account.Binding.Partnership);
        return SignInOutcome.Done;
    }

    private SignInOutcome Refused(Account? account, string typed, string way)
    {
        // A person in a hurry types the password where the name goes: of a name that nobody has, no more than its first character is kept.
        audit.Note(
            ActorOf(account?.Name ?? "", account?.Role ?? Role.Leader), AuditAct.SignInFailed, account?.Name ?? (typed.Length > 0 ? $"不存在的账号 {typed[..1]}…" : "不明"), way, account?.Binding.Partnership);
        return SignInOutcome.Refused;
    }

    private Actor ActorOf(string name, Role role) => new(name, role) { Place = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "" };
}
