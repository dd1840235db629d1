using Jiedui.Measures;

namespace Jiedui.Access.Accounts;

/// <summary>What an account is for, and how far it reaches.</summary>
/// <param name="Partnership">Null for all of them.</param>
/// <param name="Unit">Null for the whole partnership.</param>
public sealed record Binding(Role Role, long? Partnership = null, Side? Side = null, long? Unit = null)
{
    /// <summary>The three who run the installation and see no books.</summary>
    public static bool IsAdministrator(Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>Why it cannot be, in Chinese; null where it can.</summary>
    public string? Fault => this switch
    {
        { Role: Role.Clerk, Unit: null } => "单位经办人必须有所属单位。请选定单位。",
        { Role: Role.Clerk, Side: null } => "单位经办人必须属于一方。请选定帮扶方或受帮扶方。",
        { Unit: not null, Partnership: null } => "选了单位，就要选定它所在的帮扶关系。",
        { Unit: not null } or { Partnership: not null } or { Side: not null } when IsAdministrator(Role) => "管理员不看台账，不能绑定帮扶关系、一方或单位。请把这三项留空。",
        _ => null,
    };
}
