namespace Jiedui.Access.Accounts;

/// <summary>A person's account. What concerns the sign-in changes as a whole (<see cref="AccountBook.Save"/>); the rest only by an act that is audited.</summary>
public sealed class Account
{
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The name that is typed to sign in.</summary>
    public required string Name { get; set; }

    public required string FullName { get; init; }

    public required Binding Binding { get; init; }

    /// <summary>The password's hash.</summary>
    public string? Password { get; set; }

    /// <summary>The hash of the password before.</summary>
    public string? FormerPassword { get; set; }

    /// <summary>Changes with every change of what the person signs in with.</summary>
    public string Stamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The password is a temporary one.</summary>
    public bool MustChange { get; set; }

    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; set; }

    /// <summary>After too many wrong passwords.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>By an administrator, until one opens it again.</summary>
    public bool IsLocked { get; init; }

    /// <summary>A code is asked for after the password.</summary>
    public bool HasTwoFactor { get; set; }

    /// <summary>The authenticator's secret, sealed.</summary>
    public byte[]? Authenticator { get; set; }

    /// <summary>Prints of the recovery codes that are left, one after another.</summary>
    public byte[] Recovery { get; set; } = [];

    /// <summary>Whether the outside provider may vouch for the person by the name alone, until the first time.</summary>
    public bool MayComeFromOutside { get; init; }

    /// <summary>Counts the changes, so that of two at once one is told.</summary>
    public long Version { get; set; }

    public DateTimeOffset Created { get; init; } = DateTimeOffset.UtcNow;

    public Role Role => Binding.Role;

    /// <summary>How names are compared: 张三 and ZHANG are what they are, zhang is ZHANG.</summary>
    public static string Normal(string name) => name.Trim().Normalize().ToUpperInvariant();
}
