using Jiedui.Access.Accounts;

namespace Jiedui.App.Answers;

/// <summary>An account as the command line tells of it; its password only in the moment when it was made.</summary>
public sealed record AccountAnswer(
    string Name, string FullName, string Role, string? Partnership, string? Side, string? Unit, bool Locked, bool TwoFactor, bool MustChange, string? Password = null)
{
    public static AccountAnswer Of(Account account, string? partnership, string? unit, string? password = null) => new(
        account.Name, account.FullName, RoleWords.Written(account.Role), partnership, account.Binding.Side?.ToString().ToLowerInvariant(), unit,
        account.IsLocked || account.LockedUntil > DateTimeOffset.UtcNow, account.HasTwoFactor, account.MustChange, password);
}

/// <summary>A sign-in that the demo prints.</summary>
public sealed record DemoAccount(string Name, string FullName, string Role, string? Password);
