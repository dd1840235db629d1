using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>
/// Who is signed in, and from where. The browser holds a random secret, the table only its print: who reads the database cannot take a session over.
/// </summary>
public sealed class Sessions(Database database)
{
    private const string Columns = "session.id AS session, session.account, began, seen, place, browser";
    private const int SecretBytes = 24;

    /// <summary>How stale "last seen" may be: not every request writes.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <returns>The secret for the browser to hold.</returns>
    public string Begin(string account, string place, string browser)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = Moments.Text(DateTimeOffset.UtcNow);
        using var access = database.ConnectAccess();
        access.Execute(
            "INSERT INTO session (id, account, began, seen, place, browser) VALUES (@id, @account, @now, @now, @place, @browser)",
            new { id = Print(secret), account, now, place, browser = browser.Length > 200 ? browser[..200] : browser });
        return secret;
    }

    /// <summary>The session of a secret with its account as it is now; null where it has ended or the account is locked. One read by key.</summary>
    public (Session Session, Account Account)? Live(string secret)
    {
        using var access = database.ConnectAccess();
        var found = access.Rows<(Session Session, Account Account)?>(
            $"SELECT {AccountRows.Columns}, {Columns} FROM session JOIN account ON account.id = session.account WHERE session.id = @id AND ended IS NULL AND is_locked = 0",
            row => (Read(row), AccountRows.Of(row)), new { id = Print(secret) }).SingleOrDefault();
        var now = DateTimeOffset.UtcNow;
        if (found is not { Session: var session } || session.Ends <= now)
            return null;
        if (now - session.Seen > Grain)
            access.Execute("UPDATE session SET seen = @now WHERE id = @id AND ended IS NULL", new { id = Print(secret), now = Moments.Text(now) });
        return found;
    }

    /// <summary>The lasting sessions of an account, the latest first.</summary>
    public IReadOnlyList<Session> Of(string account)
    {
        using var access = database.ConnectAccess();
        return
        [
            .. access.Rows($"SELECT {Columns} FROM session WHERE account = @account AND ended IS NULL ORDER BY seen DESC", Read, new { account }).Where(session => session.Ends > DateTimeOffset.UtcNow),
        ];
    }

    public string IdOf(string secret) => Convert.ToHexStringLower(Print(secret));

    /// <summary>Ends a session of the account; another's is left alone.</summary>
    public bool End(string account, string id)
    {
        using var access = database.ConnectAccess();
        return IsHex(id) && access.Execute(
            "UPDATE session SET ended = @now WHERE id = @id AND account = @account AND ended IS NULL",
            new { id = Convert.FromHexString(id), account, now = Moments.Text(DateTimeOffset.UtcNow) }) > 0;
    }

    /// <summary>Ends all sessions of the account but one.</summary>
    public void EndOthers(string account, string kept)
    {
        using var access = database.ConnectAccess();
        access.Execute(
            "UPDATE session SET ended = @now WHERE id <> @kept AND account = @account AND ended IS NULL",
            new { kept = Convert.FromHexString(kept), account, now = Moments.Text(DateTimeOffset.UtcNow) });
    }

    internal static void EndAll(DbConnection access, DbTransaction transaction, string account) => access.Execute(
        "UPDATE session SET ended = @now WHERE account = @account AND ended IS NULL", new { account, now = Moments.Text(DateTimeOffset.UtcNow) }, transaction);

    private byte[] Print(string secret) => KeyedHash.Stored(database.Vault.Prints.Of("session " + secret));

    private static bool IsHex(string id) => id.Length == 2 * KeyedHash.PrintBytes && id.All(char.IsAsciiHexDigit);

    private static Session Read(DbDataReader row) => new(
        Convert.ToHexStringLower(row.GetFieldValue<byte[]>("session")), row.GetString("account"), Moments.Read(row.GetString("began")), Moments.Read(row.GetString("seen")),
        row.GetString("place"), row.GetString("browser"));
}
