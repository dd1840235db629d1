using Jiedui.Access;
using Jiedui.App.Gate;

namespace Jiedui.App.Web.Accounts;

/// <summary>The pages of those who run the installation or keep a side's books; they stand in place of the article's contents for who may not see the books.</summary>
internal static class OwnPlaces
{
    /// <summary>A page, its Chinese name, and the act that it is.</summary>
    public static readonly IReadOnlyList<(string Address, string Name, Act Act)> All =
    [
        ("/rules", "审核规则", Act.SetRules),
        ("/persons", "删除个人信息", Act.ErasePerson),
        ("/admin/accounts", "账号管理", Act.ManageAccounts),
        ("/admin/backups", "备份", Act.Backup),
        ("/audit", "审计日志", Act.SeeAudit),
    ];

    public static IEnumerable<(string Address, string Name)> Of(Visitor visitor) => All.Where(place => visitor.May(place.Act)).Select(place => (place.Address, place.Name));

    /// <summary>Who may not see the start page's figures starts at his own page.</summary>
    public static Task Lead(HttpContext context, RequestDelegate next)
    {
        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        if (context.Request.Path != "/" || !HttpMethods.IsGet(context.Request.Method) || visitor.Actor is null || visitor.May(Act.SeeFigures))
            return next(context);
        context.Response.Redirect(Of(visitor).Select(place => place.Address).FirstOrDefault() ?? "/me");
        return Task.CompletedTask;
    }
}
