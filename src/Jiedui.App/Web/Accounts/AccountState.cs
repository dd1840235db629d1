using Jiedui.Access.Accounts;

namespace Jiedui.App.Web.Accounts;

/// <summary>How an account stands, in Chinese.</summary>
internal static class AccountState
{
    public static string Of(Account account) => account switch
    {
        { IsLocked: true } => "已锁定",
        _ when account.LockedUntil > DateTimeOffset.UtcNow => "输错密码，暂时锁定",
        { MustChange: true } => "临时密码，待本人修改",
        { HasTwoFactor: true } => "正常，有两步验证",
        _ => "正常",
    };
}
