namespace Jiedui.Access;

/// <summary>What a person is here for. The three administrators are kept apart (三员分立): none of them sees the books, and none does another's work.</summary>
public enum Role
{
    /// <summary>帮扶办: keeps the books of its side, or of both.</summary>
    Office,

    /// <summary>单位经办人: enters and confirms what concerns its unit.</summary>
    Clerk,

    /// <summary>领导: reads, and reviews what the clerks of its unit entered.</summary>
    Leader,

    /// <summary>考核员: reads figures, records and evidence.</summary>
    Assessor,

    /// <summary>审计员: reads everything of its partnership, the audit log too, and changes nothing.</summary>
    Auditor,

    /// <summary>系统管理员: settings, backup.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: accounts, roles, keys.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: the audit log of the whole installation.</summary>
    AuditAdministrator,
}
