using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Web.Accounts;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Tests.Kit;

/// <summary>Accounts for tests, each with a name of its own.</summary>
public static class TestAccounts
{
    public const string Password = "Correct-Horse-7";

    private static int count;

    /// <summary>An account of this role: a clerk is of 棣花镇, all others reach over everything.</summary>
    public static (string Name, string Password) Add(Database database, Role role, Func<Binding, Binding>? bind = null, bool mustChange = false)
    {
        var binding = role == Role.Clerk ? OfUnit(database, "棣花镇", Side.Receiver) : new Binding(role);
        var account = new Account
        {
            Name = $"{RoleWords.Written(role)}-{Interlocked.Increment(ref count)}",
            FullName = "测试" + RoleWords.Chinese(role),
            Binding = bind?.Invoke(binding) ?? binding,
            MustChange = mustChange,
        };
        account.Password = Passwords.Hash(account, Password);
        new AccountBook(database, new AuditLog(database)).Add(Actor.Owner("tests"), account);
        return (account.Name, Password);
    }

    public static Binding OfUnit(Database database, string unit, Side side)
    {
        using var connection = database.Connect();
        var partnership = Partnerships.All(connection)[0].Id;
        return new Binding(Role.Clerk, partnership, side, UnitRegistry.Load(connection, partnership).Named(unit)[0].Id);
    }
}
