using Dapper;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>Which person of an outside provider is which account here.</summary>
public sealed class OutsideLogins(Database database)
{
    /// <summary>The account's id; null for a person whom nobody has linked.</summary>
    public string? AccountOf(string provider, string subject)
    {
        using var access = database.ConnectAccess();
        return access.QuerySingleOrDefault<string>("SELECT account FROM account_login WHERE provider = @provider AND subject = @subject", new { provider, subject });
    }

    public IReadOnlyList<(string Provider, string Subject)> Of(string account)
    {
        using var access = database.ConnectAccess();
        return [.. access.Query<(string, string)>("SELECT provider, subject FROM account_login WHERE account = @account", new { account })];
    }

    /// <returns>False where the person is linked already.</returns>
    public bool Link(string provider, string subject, string account)
    {
        using var access = database.ConnectAccess();
        return access.Execute("INSERT INTO account_login (provider, subject, account) VALUES (@provider, @subject, @account) ON CONFLICT DO NOTHING", new { provider, subject, account }) == 1;
    }

    public void Unlink(string account, string provider)
    {
        using var access = database.ConnectAccess();
        access.Execute("DELETE FROM account_login WHERE account = @account AND provider = @provider", new { account, provider });
    }
}
