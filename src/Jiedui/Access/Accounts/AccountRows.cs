using System.Data;
using System.Data.Common;
using Dapper;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Access.Accounts;

/// <summary>An account as its row holds it.</summary>
internal static class AccountRows
{
    public const string Columns =
        """
        account.id, account.name, full_name, role, partnership, side, unit, password, former_password, stamp, must_change, failures, locked_until, is_locked, two_factor,
        authenticator, recovery, may_come_from_outside, version, account.created
        """;

    public static IEnumerable<Account> Read(DbConnection access, string rest, object? parameters = null, DbTransaction? transaction = null) =>
        access.Rows($"SELECT {Columns} FROM account {rest}", Of, parameters, transaction);

    public static Account Of(DbDataReader row) => new()
    {
        Id = row.GetString("id"),
        Name = row.GetString("name"),
        FullName = row.GetString("full_name"),
        Binding = new Binding(Enum.Parse<Role>(row.GetString("role")), row.NumberOrNull("partnership"), row.TextOrNull("side") is { } side ? Enum.Parse<Side>(side) : null, row.NumberOrNull("unit")),
        Password = row.TextOrNull("password"),
        FormerPassword = row.TextOrNull("former_password"),
        Stamp = row.GetString("stamp"),
        MustChange = row.IsSet("must_change"),
        Failures = row.GetInt32("failures"),
        LockedUntil = row.TextOrNull("locked_until") is { } until ? Moments.Read(until) : null,
        IsLocked = row.IsSet("is_locked"),
        HasTwoFactor = row.IsSet("two_factor"),
        Authenticator = row.BytesOrNull("authenticator"),
        Recovery = row.BytesOrNull("recovery") ?? [],
        MayComeFromOutside = row.IsSet("may_come_from_outside"),
        Version = row.GetInt64("version"),
        Created = Moments.Read(row.GetString("created")),
    };

    public static void Insert(DbConnection access, DbTransaction transaction, Account account) => access.Execute(
        """
        INSERT INTO account (id, name, normal_name, full_name, role, partnership, side, unit, password, stamp, must_change, created)
        VALUES (@Id, @name, @normal, @fullName, @role, @Partnership, @side, @Unit, @Password, @Stamp, @MustChange, @created)
        """,
        new
        {
            account.Id,
            name = account.Name.Trim(),
            normal = Account.Normal(account.Name),
            fullName = account.FullName.Trim(),
            role = account.Role.ToString(),
            account.Binding.Partnership,
            side = account.Binding.Side?.ToString(),
            account.Binding.Unit,
            account.Password,
            account.Stamp,
            MustChange = Flag.Of(account.MustChange),
            created = Moments.Text(account.Created),
        },
        transaction);
}
