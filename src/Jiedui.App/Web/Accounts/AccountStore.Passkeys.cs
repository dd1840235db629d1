using System.Text.Json;
using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

internal sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var told = new Said(
            passkey.PublicKey, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson);
        passkeys.Save(new Passkey(passkey.CredentialId, user.Id, passkey.Name ?? "", JsonSerializer.Serialize(told), passkey.CreatedAt));
        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. passkeys.Of(user.Id).Select(Info)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.Find(credentialId) is { } passkey ? accounts.Find(passkey.Account) : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.Find(credentialId) is { } passkey && passkey.Account == user.Id ? Info(passkey) : null);

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        passkeys.Remove(user.Id, credentialId);
        return Task.CompletedTask;
    }

    private static UserPasskeyInfo Info(Passkey passkey)
    {
        var told = JsonSerializer.Deserialize<Said>(passkey.Data)!;
        return new UserPasskeyInfo(
            passkey.Id, told.PublicKey, passkey.Created, told.SignCount, told.Transports, told.IsUserVerified, told.IsBackupEligible, told.IsBackedUp, told.Attestation, told.ClientData)
        {
            Name = passkey.Name,
        };
    }

    /// <summary>What the authenticator said of a passkey.</summary>
    private sealed record Said(
        byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] ClientData);
}
