using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Jiedui.Access.Auditing;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>The tokens for programs. Each is shown once; the table holds its print.</summary>
public sealed class Tokens(Database database, AuditLog audit)
{
    /// <summary>What a token begins with, so that scanners of source code find a lost one.</summary>
    public const string Prefix = "jd_";

    public const int LongestDays = 366;

    private const string Columns = "token.id AS token_id, token.name AS token_name, scope, token.created AS issued, expires, used";
    private const int SecretBytes = 30;
    private const int LongestName = 60;

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <returns>The token itself, never to be seen again.</returns>
    /// <exception cref="AccountRefusedException">It reaches further than its owner, lasts too long, or has no name.</exception>
    public string Issue(Actor actor, Account account, string name, IReadOnlyCollection<Act> scope, DateTimeOffset expires)
    {
        var now = DateTimeOffset.UtcNow;
        if (name.Trim().Length is 0 or > LongestName)
            throw new AccountRefusedException($"请给令牌起个名字，说明给哪个程序用（不超过 {LongestName} 个字）。");
        if (scope.Count == 0)
            throw new AccountRefusedException("请至少选一项令牌可以做的事。");
        if (!scope.All(Policy.ActsOf(account.Role).Contains))
            throw new AccountRefusedException("令牌不能做本人不能做的事。");
        if (expires <= now || expires > now.AddDays(LongestDays))
            throw new AccountRefusedException("令牌的有效期最短 1 天，最长 1 年。");
        var token = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).Replace('+', '-').Replace('/', '_');
        using var access = database.ConnectAccess();
        using var transaction = Database.BeginWriting(access);
        access.Execute(
            "INSERT INTO token (id, account, name, print, scope, created, expires) VALUES (@id, @account, @name, @print, @scope, @created, @expires)",
            new
            {
                id = Guid.NewGuid().ToString("N"),
                account = account.Id,
                name = name.Trim(),
                print = Print(token),
                scope = string.Join(',', scope.Distinct()),
                created = Moments.Text(now),
                expires = Moments.Text(expires),
            },
            transaction);
        audit.Note(access, transaction, actor, AuditAct.Token, account.Name, $"新建令牌“{name.Trim()}”：{string.Join('、', scope.Distinct())}，有效至 {Moments.Text(expires)}");
        transaction.Commit();
        return token;
    }

    /// <summary>The token with its account as it is now; null where it is unknown, has run out or was ended, or the account is locked.</summary>
    public (Token Token, Account Account)? Live(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100)
            return null;
        using var access = database.ConnectAccess();
        var now = DateTimeOffset.UtcNow;
        var found = access.Rows<(Token Token, Account Account)?>(
            $"""
            SELECT {AccountRows.Columns}, {Columns} FROM token JOIN account ON account.id = token.account
            WHERE print = @print AND ended IS NULL AND expires > @now AND is_locked = 0
            """,
            row => (Read(row), AccountRows.Of(row)), new { print = Print(token), now = Moments.Text(now) }).SingleOrDefault();
        if (found is { Token: { Id: var id, Used: var used } } && !(now - used <= Grain))
            access.Execute("UPDATE token SET used = @now WHERE id = @id", new { id, now = Moments.Text(now) });
        return found;
    }

    /// <summary>The tokens of an account that can be used, the newest first.</summary>
    public IReadOnlyList<Token> Of(string account)
    {
        using var access = database.ConnectAccess();
        return
        [
            .. access.Rows(
                $"SELECT {Columns} FROM token WHERE account = @account AND ended IS NULL AND expires > @now ORDER BY created DESC", Read,
                new { account, now = Moments.Text(DateTimeOffset.UtcNow) }),
        ];
    }

    /// <summary>Ends a token of the account; another's is left alone.</summary>
    public bool End(Actor actor, Account account, string id)
    {
        using var access = database.ConnectAccess();
        using var transaction = Database.BeginWriting(access);
        var name = access.QuerySingleOrDefault<string>(
            "UPDATE token SET ended = @now WHERE id = @id AND account = @account AND ended IS NULL RETURNING name",
            new { id, account = account.Id, now = Moments.Text(DateTimeOffset.UtcNow) }, transaction);
        if (name is null)
            return false;
        audit.Note(access, transaction, actor, AuditAct.Token, account.Name, $"停用令牌“{name}”");
        transaction.Commit();
        return true;
    }

    internal static void EndAll(DbConnection access, DbTransaction transaction, string account) => access.Execute(
        "UPDATE token SET ended = @now WHERE account = @account AND ended IS NULL", new { account, now = Moments.Text(DateTimeOffset.UtcNow) }, transaction);

    private byte[] Print(string token) => KeyedHash.Stored(database.Vault.Prints.Of("token " + token));

    private static Token Read(DbDataReader row) => new(
        row.GetString("token_id"), row.GetString("token_name"), [.. row.GetString("scope").Split(',').Select(Enum.Parse<Act>)], Moments.Read(row.GetString("issued")),
        Moments.Read(row.GetString("expires")), row.TextOrNull("used") is { } used ? Moments.Read(used) : null);
}
