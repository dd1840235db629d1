using Jiedui.Access.Accounts;
using Jiedui.Storage;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>ASP.NET Core Identity over our own tables: what it asks of an account and where that is kept. Each of its wishes stands in a file beside this one.</summary>
internal sealed partial class AccountStore(AccountBook accounts, Passkeys passkeys, Database database) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    private static readonly IdentityResult Changed = IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(Account.Normal(user.Name));

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(accounts.Find(userId));

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(accounts.Named(normalizedUserName));

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(accounts.Save(user) ? IdentityResult.Success : Changed);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.FormerPassword = user.Password;
        user.Password = passwordHash;
        user.MustChange = false;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Password);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Password is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.Stamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    // Names do not change, and accounts are made and locked by acts that name who did it (AccountBook), never through Identity.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
