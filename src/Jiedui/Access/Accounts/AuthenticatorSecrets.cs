using System.Text;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>The secrets of authenticators: each sealed, beside its account's number.</summary>
public static class AuthenticatorSecrets
{
    public static byte[] Seal(Vault vault, string account, string secret) => vault.Seal(Encoding.UTF8.GetBytes(secret), About(account));

    public static string Open(Vault vault, string account, byte[] box) => Encoding.UTF8.GetString(vault.Open(box, About(account)));

    /// <summary>After a new key was made: seals with it what older ones sealed. Whoever holds an account in his hands meanwhile cannot bring the old box back.</summary>
    /// <returns>How many were sealed anew.</returns>
    public static long Reseal(Database database)
    {
        using var access = database.ConnectAccess();
        using var transaction = Database.BeginWriting(access);
        var old = access.Query<(string Id, byte[] Box)>("SELECT id, authenticator FROM account WHERE authenticator IS NOT NULL", transaction: transaction)
            .Where(account => Vault.KeyOf(account.Box) != database.Vault.NewestKey).ToList();
        foreach (var (id, box) in old)
        {
            access.Execute(
                "UPDATE account SET authenticator = @again, version = version + 1 WHERE id = @id",
                new { id, again = Seal(database.Vault, id, Open(database.Vault, id, box)) }, transaction);
        }
        transaction.Commit();
        return old.Count;
    }

    private static byte[] About(string account) => Encoding.UTF8.GetBytes("account " + account);
}
