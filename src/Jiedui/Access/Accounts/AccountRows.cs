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
        access.Query($"SELECT {Columns} FROM account {rest}", parameters, transaction).Select(row => (Account)Of(row));

    public static Account Of(dynamic row) => new()
    {
        Id = (string)row.id,
        Name = (string)row.name,
        FullName = (string)row.full_name,
        Binding = new Binding(Enum.Parse<Role>((string)row.role), (long?)row.partnership, row.side is string side ? Enum.Parse<Side>(side) : null, (long?)row.unit),
        Password = (string?)row.password,
        FormerPassword = (string?)row.former_password,
        Stamp = (string)row.stamp,
        MustChange = row.must_change != 0,
        Failures = (int)(long)row.failures,
        LockedUntil = row.locked_until is string until ? Moments.Read(until) : null,
        IsLocked = row.is_locked != 0,
        HasTwoFactor = row.two_factor != 0,
        Authenticator = (byte[]?)row.authenticator,
        Recovery = (byte[]?)row.recovery ?? [],
        MayComeFromOutside = row.may_come_from_outside != 0,
        Version = (long)row.version,
        Created = Moments.Read((string)row.created),
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
