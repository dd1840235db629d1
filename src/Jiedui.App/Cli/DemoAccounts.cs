using Dapper;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Web.Accounts;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.App.Cli;

/// <summary>One sign-in for each role, so that the demo can be seen with everybody's eyes. A folder that has other accounts is left alone.</summary>
internal static class DemoAccounts
{
    /// <summary>Remembers that the folder's accounts are the demo's: when it is started again they get new passwords, for the old ones were shown once.</summary>
    private const string Setting = "demo.accounts";

    private static readonly (string Name, string FullName, Role Role, Side? Side, string? Unit)[] Wanted =
    [
        ("beilin-office", "碑林区帮扶办", Role.Office, Side.Giver, null),
        ("danfeng-office", "丹凤县帮扶办", Role.Office, Side.Receiver, null),
        ("dihua-clerk", "棣花镇经办人", Role.Clerk, Side.Receiver, "棣花镇"),
        ("street-clerk", "街道经办人", Role.Clerk, Side.Giver, "文艺路街道"),
        ("leader", "带队领导", Role.Leader, Side.Receiver, null),
        ("assessor", "考核组", Role.Assessor, null, null),
        ("auditor", "审计组", Role.Auditor, null, null),
        ("system-admin", "系统管理员", Role.SystemAdministrator, null, null),
        ("security-admin", "安全管理员", Role.SecurityAdministrator, null, null),
        ("audit-admin", "审计管理员", Role.AuditAdministrator, null, null),
    ];

    public static IReadOnlyList<DemoAccount> Make(Session session)
    {
        var book = new AccountBook(session.Database, new AuditLog(session.Database));
        using var access = session.Database.ConnectAccess();
        if (access.ExecuteScalar<long>("SELECT count(*) FROM setting WHERE name = @Setting", new { Setting }) == 0)
        {
            if (book.Any())
                return [];
            access.Execute("INSERT INTO setting (name, value) VALUES (@Setting, '1')", new { Setting });
        }
        return [.. Wanted.Select(wanted => Make(session, book, wanted))];
    }

    private static DemoAccount Make(Session session, AccountBook book, (string Name, string FullName, Role Role, Side? Side, string? Unit) wanted)
    {
        var actor = Actor.Owner(Environment.UserName);
        var password = TemporaryPassword.New();
        if (book.Named(wanted.Name) is { } known)
        {
            book.ResetPassword(actor, known.Id, Passwords.Hash(known, password), mustChange: false);
        }
        else
        {
            var isBound = !Binding.IsAdministrator(wanted.Role);
            var binding = new BindingWords(session.Connection).Read(wanted.Role, isBound ? Partnerships.All(session.Connection)[0].Name : null, wanted.Side, wanted.Unit);
            var account = new Account { Name = wanted.Name, FullName = wanted.FullName, Binding = binding };
            account.Password = Passwords.Hash(account, password);
            book.Add(actor, account);
        }
        return new DemoAccount(wanted.Name, wanted.FullName, RoleWords.Written(wanted.Role), password);
    }
}
