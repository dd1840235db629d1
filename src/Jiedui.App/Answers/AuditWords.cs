using Jiedui.Access.Auditing;

namespace Jiedui.App.Answers;

/// <summary>The acts of the audit log in the office's own words.</summary>
public static class AuditWords
{
    /// <summary>As a list of acts names it.</summary>
    public static string Of(AuditAct act) => act switch
    {
        AuditAct.SignIn => "登录",
        AuditAct.SignInFailed => "登录失败",
        AuditAct.SignOut => "退出登录",
        AuditAct.PersonalSeen => "查看个人信息",
        AuditAct.Import => "导入台账",
        AuditAct.Correction => "更正记录",
        AuditAct.Withdrawal => "撤回记录",
        AuditAct.Confirmation => "确认记录",
        AuditAct.Dispute => "提出异议",
        AuditAct.Review => "审核记录",
        AuditAct.Evidence => "佐证材料",
        AuditAct.Partnership => "登记帮扶关系",
        AuditAct.Export => "导出",
        AuditAct.ExportClear => "导出个人信息明文",
        AuditAct.Report => "出具报告",
        AuditAct.Pack => "制作证据包",
        AuditAct.Erasure => "删除个人信息",
        AuditAct.Setting => "更改设置",
        AuditAct.Account => "管理账号",
        AuditAct.Token => "管理接口令牌",
        AuditAct.Session => "管理登录会话",
        AuditAct.Key => "管理密钥",
        AuditAct.Backup => "备份",
        AuditAct.Restore => "恢复备份",
        AuditAct.Anchor => "记下校验值",
    };

    /// <summary>The line's act; one that was tampered with says so.</summary>
    public static string Of(AuditEntry entry) => entry.Act is { } act ? Of(act) : "无法辨认的操作（这一条被改动过）";
}
