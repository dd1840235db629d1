using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

internal sealed partial class AccountStore : IUserLockoutStore<Account>
{
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        accounts.CloseUntil(user.Id, lockoutEnd);
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Failures = accounts.CountFailure(user.Id));

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.Failures = 0;
        accounts.ForgetFailures(user.Id);
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => throw new NotSupportedException();
}
