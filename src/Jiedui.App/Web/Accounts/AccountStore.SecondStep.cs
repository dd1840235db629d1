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
        user.Authenticator = AuthenticatorSecrets.Seal(database.Vault, user.Id, key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Authenticator is { } box ? AuthenticatorSecrets.Open(database.Vault, user.Id, box) : null);

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

    private byte[] PrintOf(Account user, string code) => KeyedHash.Stored(database.Vault.Prints.Of($"recovery {user.Id} {code.Trim().ToUpperInvariant()}"));
}
