using Jiedui.Access.Accounts;
using Jiedui.Sealing;
using Jiedui.Storage;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>The codes of an authenticator (TOTP, RFC 6238), each taken once: who looks over a shoulder cannot use the code a second time.</summary>
internal sealed class OneTimeCodes(AccountBook accounts, Database database) : AuthenticatorTokenProvider<Account>
{
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        await base.ValidateAsync(purpose, token, manager, user) && accounts.UseCode(user.Id, KeyedHash.Stored(database.Vault.Prints.Of($"code {user.Id} {token}")));
}
