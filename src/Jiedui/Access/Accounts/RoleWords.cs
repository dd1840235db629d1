using Jiedui.Measures;

namespace Jiedui.Access.Accounts;

/// <summary>How roles and sides are called on pages, and written at the command line.</summary>
public static class RoleWords
{
    private static readonly IReadOnlyList<(Role Role, string Chinese, string[] Written)> Words =
    [
        (Role.Office, "帮扶办", ["office"]),
        (Role.Clerk, "单位经办人", ["clerk", "unit-clerk"]),
        (Role.Leader, "领导", ["leader"]),
        (Role.Assessor, "考核员", ["assessor"]),
        (Role.Auditor, "审计员", ["auditor"]),
        (Role.SystemAdministrator, "系统管理员", ["system-administrator"]),
        (Role.SecurityAdministrator, "安全管理员", ["security-administrator", "administrator", "admin"]),
        (Role.AuditAdministrator, "审计管理员", ["audit-administrator"]),
    ];

    /// <summary>The words that a role may be written with, the first being the usual one.</summary>
    public static IReadOnlyList<string> AllWritten => [.. Words.SelectMany(word => word.Written)];

    public static string Chinese(Role role) => Of(role).Chinese;

    public static string Written(Role role) => Of(role).Written[0];

    public static Role? Read(string written) =>
        Words.Where(word => word.Written.Contains(written.Trim().ToLowerInvariant()) || word.Chinese == written.Trim()).Select(word => (Role?)word.Role).FirstOrDefault();

    public static string Chinese(Side side) => side switch { Side.Giver => "帮扶方", Side.Receiver => "受帮扶方" };

    private static (Role Role, string Chinese, string[] Written) Of(Role role) => Words.Single(word => word.Role == role);
}
