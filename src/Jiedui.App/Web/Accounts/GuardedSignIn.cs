using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jiedui.App.Web.Accounts;

/// <summary>Identity's sign-in, which an account that an administrator has locked does not pass.</summary>
internal sealed class GuardedSignIn(
    UserManager<Account> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> logger,
    Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(users, http, claims, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(Account user) => Task.FromResult(!user.IsLocked);
}
