using System.Data;
using System.Data.Common;
using Dapper;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>The passkeys of all accounts.</summary>
public sealed class Passkeys(Database database)
{
    private const string Columns = "id, account, name, data, created";

    /// <summary>Stores a passkey, or what changed of one that the account has. One of another account stays that account's.</summary>
    public void Save(Passkey passkey)
    {
        using var access = database.ConnectAccess();
        access.Execute(
            """
            INSERT INTO account_passkey (id, account, name, data, created) VALUES (@Id, @Account, @Name, @Data, @created)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, data = excluded.data WHERE account_passkey.account = excluded.account
            """,
            new { passkey.Id, passkey.Account, passkey.Name, passkey.Data, created = Moments.Text(passkey.Created) });
    }

    public IReadOnlyList<Passkey> Of(string account)
    {
        using var access = database.ConnectAccess();
        return [.. access.Rows($"SELECT {Columns} FROM account_passkey WHERE account = @account ORDER BY created", Read, new { account })];
    }

    public Passkey? Find(byte[] id)
    {
        using var access = database.ConnectAccess();
        return access.Rows($"SELECT {Columns} FROM account_passkey WHERE id = @id", Read, new { id }).SingleOrDefault();
    }

    public bool Remove(string account, byte[] id)
    {
        using var access = database.ConnectAccess();
        return access.Execute("DELETE FROM account_passkey WHERE id = @id AND account = @account", new { id, account }) > 0;
    }

    private static Passkey Read(DbDataReader row) =>
        new(row.GetFieldValue<byte[]>("id"), row.GetString("account"), row.GetString("name"), row.GetString("data"), Moments.Read(row.GetString("created")));
}
