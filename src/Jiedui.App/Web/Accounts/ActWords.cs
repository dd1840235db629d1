using Jiedui.Access;

namespace Jiedui.App.Web.Accounts;

/// <summary>How the acts are called where a token's scope is chosen.</summary>
internal static class ActWords
{
    public static string Of(Act act) => act switch
    {
        Act.SeeFigures => "看指标",
        Act.SeeRecords => "看台账记录",
        Act.SeeEvidence => "看佐证材料",
        Act.SeePersonal => "看个人信息明文",
        Act.Enter => "录入、导入、更正",
        Act.EnterRegistry => "录入单位和农户名录",
        Act.Withdraw => "撤回记录",
        Act.Confirm => "确认或提出异议",
        Act.Review => "本方审核",
        Act.Export => "导出台账",
        Act.ExportClear => "导出个人信息明文",
        Act.Report => "出报告",
        Act.Pack => "出证据包",
        Act.Verify => "核验账目",
        Act.ErasePerson => "删除个人信息",
        Act.SetRules => "定审核规则",
        Act.ManageAccounts => "管账号",
        Act.ManageKeys => "管密钥",
        Act.ManageSystem => "管系统设置",
        Act.Backup => "备份",
        Act.SeeAudit => "看审计日志",
    };
}
