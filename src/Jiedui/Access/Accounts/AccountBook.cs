using System.Data.Common;
using Dapper;
using Jiedui.Access.Auditing;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>
/// The accounts of an installation. Whoever changes one is named, and the change stands in the audit log, in the same transaction. Who may ask for it at all is
/// the policy's affair; what nobody may do to himself, or to the last of his kind, is refused here.
/// </summary>
public sealed class AccountBook(Database database, AuditLog audit)
{
    public const int LongestName = 40;

    public IReadOnlyList<Account> All()
    {
        using var access = database.ConnectAccess();
        return [.. AccountRows.Read(access, "ORDER BY normal_name")];
    }

    public bool Any()
    {
        using var access = database.ConnectAccess();
        return Any(access, null);
    }

    public Account? Find(string id)
    {
        using var access = database.ConnectAccess();
        return Find(access, null, id);
    }

    public Account? Named(string name)
    {
        using var access = database.ConnectAccess();
        return AccountRows.Read(access, "WHERE normal_name = @normal", new { normal = Account.Normal(name) }).SingleOrDefault();
    }

    /// <exception cref="AccountRefusedException">The name is taken, or the binding cannot be.</exception>
    public void Add(Actor actor, Account account) => Write((access, transaction) => Insert(access, transaction, actor, account));

    /// <summary>Makes the first accounts of an installation, all or none of them.</summary>
    /// <exception cref="AccountRefusedException">There is an account already.</exception>
    public void Found(Actor actor, params IReadOnlyList<Account> accounts) => Write((access, transaction) =>
    {
        if (Any(access, transaction))
            throw new AccountRefusedException("已有账号，首次设置只能做一次。请用已有的账号登录。");
        foreach (var account in accounts)
            Insert(access, transaction, actor, account);
    });

    /// <summary>Stores what the person signs in with: password, authenticator, recovery codes.</summary>
    /// <returns>False where it was changed by somebody else in between.</returns>
    public bool Save(Account account) => Write((access, transaction) => access.Execute(
        """
        UPDATE account SET password = @Password, former_password = @FormerPassword, stamp = @Stamp, must_change = @MustChange, two_factor = @HasTwoFactor,
            authenticator = @Authenticator, recovery = @Recovery, version = version + 1
        WHERE id = @Id AND version = @Version
        """,
        new
        {
            account.Id,
            account.Version,
            account.Password,
            account.FormerPassword,
            account.Stamp,
            MustChange = Flag.Of(account.MustChange),
            HasTwoFactor = Flag.Of(account.HasTwoFactor),
            account.Authenticator,
            account.Recovery,
        },
        transaction)) == 1 && ++account.Version > 0;

    /// <summary>Counts a wrong password. Counted in the database, so that many tries at once are as many tries.</summary>
    public int CountFailure(string id) => Write((access, transaction) => access.QuerySingle<int>(
        "UPDATE account SET failures = failures + 1 WHERE id = @id RETURNING failures", new { id }, transaction));

    public void ForgetFailures(string id) => Write((access, transaction) => access.Execute("UPDATE account SET failures = 0 WHERE id = @id", new { id }, transaction));

    public void CloseUntil(string id, DateTimeOffset? until) =>
        Write((access, transaction) => access.Execute("UPDATE account SET locked_until = @until WHERE id = @id", new { id, until = Moments.Text(until) }, transaction));

    /// <summary>Takes a one-time code for used.</summary>
    /// <returns>False where it was the last one used already.</returns>
    public bool UseCode(string id, byte[] print) => Write((access, transaction) => access.Execute(
        "UPDATE account SET used_code = @print WHERE id = @id AND used_code IS DISTINCT FROM @print", new { id, print }, transaction)) == 1;

    /// <summary>Gives an account another role, partnership, side or unit; it holds from the next request on.</summary>
    public void Bind(Actor actor, string id, Binding binding) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        if (IsSelf(actor, account))
            throw new AccountRefusedException("不能改自己的角色和范围。请由另一名安全管理员来改。");
        if (binding.Fault is { } fault)
            throw new AccountRefusedException(fault);
        if (binding.Role != Role.SecurityAdministrator)
            KeepOneSecurityAdministrator(access, transaction, account);
        access.Execute(
            "UPDATE account SET role = @role, partnership = @Partnership, side = @side, unit = @Unit WHERE id = @id",
            new { id, role = binding.Role.ToString(), binding.Partnership, side = binding.Side?.ToString(), binding.Unit }, transaction);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, $"角色和范围由 {Told(account.Binding)} 改为 {Told(binding)}");
    });

    /// <summary>Nobody signs in with it, and whoever is signed in is not any more.</summary>
    public void Lock(Actor actor, string id) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        if (IsSelf(actor, account))
            throw new AccountRefusedException("不能锁定自己的账号。");
        KeepOneSecurityAdministrator(access, transaction, account);
        access.Execute("UPDATE account SET is_locked = 1 WHERE id = @id", new { id }, transaction);
        Sessions.EndAll(access, transaction, id);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, "锁定");
    });

    public void Unlock(Actor actor, string id) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        access.Execute("UPDATE account SET is_locked = 0, locked_until = NULL, failures = 0 WHERE id = @id", new { id }, transaction);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, "解锁");
    });

    /// <summary>Gives a temporary password; sessions and tokens of the old one end.</summary>
    public void ResetPassword(Actor actor, string id, string hash, bool mustChange = true) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        access.Execute(
            """
            UPDATE account SET former_password = password, password = @hash, must_change = @mustChange, stamp = @stamp, failures = 0, locked_until = NULL, version = version + 1
            WHERE id = @id
            """,
            new { id, hash, mustChange = Flag.Of(mustChange), stamp = Guid.NewGuid().ToString("N") }, transaction);
        Sessions.EndAll(access, transaction, id);
        Tokens.EndAll(access, transaction, id);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, "重置密码，结束其登录和令牌");
    });

    /// <summary>Takes the second step away from who lost the telephone.</summary>
    public void ResetTwoFactor(Actor actor, string id) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        access.Execute(
            "UPDATE account SET two_factor = 0, authenticator = NULL, recovery = NULL, stamp = @stamp, version = version + 1 WHERE id = @id",
            new { id, stamp = Guid.NewGuid().ToString("N") }, transaction);
        Sessions.EndAll(access, transaction, id);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, "取消两步验证，结束其登录");
    });

    public void EndSessions(Actor actor, string id) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        Sessions.EndAll(access, transaction, id);
        audit.Note(access, transaction, actor, AuditAct.Session, account.Name, "结束其全部登录");
    });

    /// <summary>Whether the outside provider may vouch for the person by the name alone.</summary>
    public void AllowOutside(Actor actor, string id, bool mayCome) => Write((access, transaction) =>
    {
        var account = Known(access, transaction, id);
        access.Execute("UPDATE account SET may_come_from_outside = @mayCome WHERE id = @id", new { id, mayCome = Flag.Of(mayCome) }, transaction);
        audit.Note(access, transaction, actor, AuditAct.Account, account.Name, mayCome ? "允许同名的统一身份账号登录" : "不再允许同名的统一身份账号登录");
    });

    private void Insert(DbConnection access, DbTransaction transaction, Actor actor, Account account)
    {
        var name = account.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
            throw new AccountRefusedException($"账号名不能为空，不能超过 {LongestName} 个字，也不能有空格。");
        if (account.FullName.Trim().Length is 0 or > LongestName)
            throw new AccountRefusedException($"姓名不能为空，也不能超过 {LongestName} 个字。");
        if (account.Binding.Fault is { } fault)
            throw new AccountRefusedException(fault);
        if (access.ExecuteScalar<long>("SELECT count(*) FROM account WHERE normal_name = @normal", new { normal = Account.Normal(name) }, transaction) > 0)
            throw new AccountRefusedException($"已有账号“{name}”。请换一个账号名。");
        AccountRows.Insert(access, transaction, account);
        audit.Note(access, transaction, actor, AuditAct.Account, name, $"新建账号：{Told(account.Binding)}", account.Binding.Partnership);
    }

    private static bool Any(DbConnection access, DbTransaction? transaction) =>
        access.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM account)", transaction: transaction) == 1;

    private static Account? Find(DbConnection access, DbTransaction? transaction, string id) =>
        AccountRows.Read(access, "WHERE id = @id", new { id }, transaction).SingleOrDefault();

    private static Account Known(DbConnection access, DbTransaction transaction, string id) =>
        Find(access, transaction, id) ?? throw new AccountRefusedException("没有这个账号。请刷新账号列表再试。");

    private static bool IsSelf(Actor actor, Account account) => !actor.IsOwner && Account.Normal(actor.Name) == Account.Normal(account.Name);

    private static void KeepOneSecurityAdministrator(DbConnection access, DbTransaction transaction, Account account)
    {
        if (account is not { Role: Role.SecurityAdministrator, IsLocked: false })
            return;
        var others = access.ExecuteScalar<long>(
            "SELECT count(*) FROM account WHERE role = @role AND is_locked = 0 AND id <> @Id", new { role = nameof(Role.SecurityAdministrator), account.Id }, transaction);
        if (others == 0)
            throw new AccountRefusedException("这是最后一名可用的安全管理员，不能锁定，也不能改作别的角色：否则再没有人能管账号。");
    }

    private static string Told(Binding binding) => string.Join('、', new[]
    {
        RoleWords.Chinese(binding.Role),
        binding.Partnership is { } partnership ? $"帮扶关系 {partnership}" : "",
        binding.Side is { } side ? RoleWords.Chinese(side) : "",
        binding.Unit is { } unit ? $"单位 {unit}" : "",
    }.Where(word => word.Length > 0));

    private void Write(Action<DbConnection, DbTransaction> change) => Write((access, transaction) =>
    {
        change(access, transaction);
        return true;
    });

    private TResult Write<TResult>(Func<DbConnection, DbTransaction, TResult> change)
    {
        using var access = database.ConnectAccess();
        using var transaction = Database.BeginWriting(access);
        var result = change(access, transaction);
        transaction.Commit();
        return result;
    }
}
