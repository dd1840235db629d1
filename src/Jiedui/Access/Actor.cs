using Jiedui.Measures;

namespace Jiedui.Access;

/// <summary>Who acts, and how far that reaches.</summary>
/// <param name="Name">The account's name; at the command line that of the system's user.</param>
/// <param name="Role">What the person is here for.</param>
/// <param name="Partnership">The only partnership that is theirs; null for all of them.</param>
/// <param name="Side">The side for which they speak; null for none, or for the owner, who keeps both sides' books.</param>
/// <param name="Unit">Only what names this unit or one below it is theirs; null for the whole partnership.</param>
public sealed record Actor(string Name, Role Role, long? Partnership = null, Side? Side = null, long? Unit = null)
{
    /// <summary>From where: an address, or empty at the command line.</summary>
    public string Place { get; init; } = "";

    /// <summary>The acts that a token leaves of the role's; null for all.</summary>
    public IReadOnlySet<Act>? Scope { get; init; }

    /// <summary>The owner of the data folder at the command line: in the office's role, for both sides, and entitled to what the machine's owner can do anyway.</summary>
    public static Actor Owner(string name) => new(name, Role.Office) { IsOwner = true };

    public bool IsOwner { get; private init; }
}
