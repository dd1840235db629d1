using Dapper;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Measures;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Access.Accounts;

/// <summary>What may be done to an account, by whom; and what nobody may.</summary>
public sealed class AccountBookTests : IDisposable
{
    private readonly Installation installation = new();

    private AccountBook Book => new(installation.Database, new AuditLog(installation.Database));

    [Fact]
    public void The_last_security_administrator_stays()
    {
        var first = Add("first", Role.SecurityAdministrator);
        var owner = Actor.Owner("tests");
        Assert.Contains("最后一名", Refused(() => Book.Lock(owner, first)), StringComparison.Ordinal);
        Assert.Contains("最后一名", Refused(() => Book.Bind(owner, first, new Binding(Role.Office))), StringComparison.Ordinal);
        var second = Add("second", Role.SecurityAdministrator);
        Book.Lock(owner, first);
        Assert.Contains("最后一名", Refused(() => Book.Lock(owner, second)), StringComparison.Ordinal);
        Book.Unlock(owner, first);
        Book.Lock(owner, second);
    }

    [Fact]
    public void Nobody_changes_his_own_role_or_locks_himself()
    {
        var me = Add("me", Role.SecurityAdministrator);
        Add("other", Role.SecurityAdministrator);
        var actor = new Actor("ME", Role.SecurityAdministrator);
        Assert.Contains("不能改自己", Refused(() => Book.Bind(actor, me, new Binding(Role.Office))), StringComparison.Ordinal);
        Assert.Contains("不能锁定自己", Refused(() => Book.Lock(actor, me)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Clerk, null, null, "必须有所属单位")]
    [InlineData(Role.Clerk, 1L, 5L, "必须属于一方")]
    [InlineData(Role.SystemAdministrator, 1L, null, "管理员不看台账")]
    [InlineData(Role.Leader, null, 5L, "帮扶关系")]
    public void A_binding_that_cannot_be_is_refused(Role role, long? partnership, long? unit, string why) =>
        Assert.Contains(why, new Binding(role, partnership, null, unit).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("first", "已有账号")]
    [InlineData("FIRST", "已有账号")]
    [InlineData("", "账号名")]
    [InlineData("with space", "账号名")]
    public void A_name_is_taken_once(string name, string why)
    {
        Add("first", Role.Office);
        Assert.Contains(why, Refused(() => Add(name, Role.Office)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_act_stands_in_the_audit_log_with_who_did_it()
    {
        var id = Add("someone", Role.Leader);
        var actor = new Actor("keeper", Role.SecurityAdministrator) { Place = "10.0.0.7" };
        Book.Bind(actor, id, new Binding(Role.Assessor, null, Side.Giver));
        Book.Lock(actor, id);
        Book.Unlock(actor, id);
        Book.ResetPassword(actor, id, "hash");
        Book.ResetTwoFactor(actor, id);
        Book.EndSessions(actor, id);
        Book.AllowOutside(actor, id, true);
        var entries = new AuditLog(installation.Database).Find(new AuditQuery { Actor = "keeper" }).Entries;
        Assert.Equal(7, entries.Count);
        Assert.All(entries, entry => Assert.Equal(("someone", "10.0.0.7"), (entry.About, entry.Place)));
        Assert.DoesNotContain(entries, entry => entry.Told.Contains("hash", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_changes_at_once_one_is_told()
    {
        var id = Add("someone", Role.Leader);
        var (one, two) = (Book.Find(id)!, Book.Find(id)!);
        one.Password = "one";
        two.Password = "two";
        Assert.True(Book.Save(one));
        Assert.False(Book.Save(two));
        Assert.True(Book.Save(one));
        Assert.Equal("one", Book.Find(id)!.Password);
    }

    [Theory]
    [InlineData("seen", 8)]
    [InlineData("began", 12)]
    public void A_session_ends_by_rest_and_by_age(string column, int hours)
    {
        var id = Add("someone", Role.Leader);
        var sessions = new Sessions(installation.Database);
        var secret = sessions.Begin(id, "127.0.0.1", "browser");
        Assert.Equal("someone", sessions.Live(secret)!.Value.Account.Name);
        using var access = installation.Database.ConnectAccess();
        Set(DateTime.UtcNow.AddHours(-hours).AddMinutes(2));
        Assert.NotNull(sessions.Live(secret));
        Set(DateTime.UtcNow.AddHours(-hours).AddMinutes(-1));
        Assert.Null(sessions.Live(secret));
        Assert.Null(sessions.Live("another"));

        void Set(DateTime at) => access.Execute($"UPDATE session SET {column} = @at", new { at = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture) });
    }

    [Fact]
    public void The_database_holds_no_secret_that_opens_anything()
    {
        var id = Add("someone", Role.Leader);
        var secret = new Sessions(installation.Database).Begin(id, "127.0.0.1", "browser");
        var token = new Tokens(installation.Database, new AuditLog(installation.Database))
            .Issue(Actor.Owner("tests"), Book.Find(id)!, "程序", [Act.SeeFigures], DateTimeOffset.UtcNow.AddDays(1));
        var bytes = string.Concat(TestServer.Stored(installation.Database).Select(part => System.Text.Encoding.Latin1.GetString(part.Content)));
        Assert.Contains("someone", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(token, bytes, StringComparison.Ordinal);
    }

    public void Dispose() => installation.Dispose();

    private string Add(string name, Role role)
    {
        var account = new Account { Name = name, FullName = "测试", Binding = new Binding(role), Password = "hash" };
        Book.Add(Actor.Owner("tests"), account);
        return account.Id;
    }

    private static string Refused(Action act) => Assert.Throws<AccountRefusedException>(act).Message;
}
