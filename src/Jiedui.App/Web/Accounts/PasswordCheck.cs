using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>Our rules for passwords, in Identity's form; neither the present nor the former password may come again.</summary>
internal sealed class PasswordCheck : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var faults = PasswordRules.Faults(password ?? "", user.Name).ToList();
        if (faults.Count == 0 && (Is(user.Password) || Is(user.FormerPassword)))
            faults.Add("不能再用现在的或上一个密码。");
        return Task.FromResult(faults.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. faults.Select(fault => new IdentityError { Code = "Password", Description = fault })]));

        bool Is(string? hash) => hash is not null && manager.PasswordHasher.VerifyHashedPassword(user, hash, password!) != PasswordVerificationResult.Failed;
    }
}
