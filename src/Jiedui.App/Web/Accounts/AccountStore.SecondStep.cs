using System.Text;
using Jiedui.Access.Accounts;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>The authenticator's secret is sealed; of recovery codes only prints are kept.</summary>
internal sealed partial class AccountStore : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.HasTwoFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.HasTwoFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.Authenticator = database.Vault.Seal(Encoding.UTF8.GetBytes(key), About(user));
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Authenticator is { } box ? Encoding.UTF8.GetString(database.Vault.Open(box, About(user))) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.Recovery = [.. recoveryCodes.SelectMany(code => PrintOf(user, code))];
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var print = PrintOf(user, code);
        var left = user.Recovery.Chunk(KeyedHash.PrintBytes).Where(one => !one.AsSpan().SequenceEqual(print)).SelectMany(one => one).ToArray();
        var isKnown = left.Length < user.Recovery.Length;
        user.Recovery = left;
        return Task.FromResult(isKnown);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Recovery.Length / KeyedHash.PrintBytes);

    private static byte[] About(Account user) => Encoding.UTF8.GetBytes("account " + user.Id);

    private byte[] PrintOf(Account user, string code) => KeyedHash.Stored(database.Vault.Prints.Of($"recovery {user.Id} {code.Trim().ToUpperInvariant()}"));
}
