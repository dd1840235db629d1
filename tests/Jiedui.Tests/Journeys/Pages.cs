using Jiedui.Access;

namespace Jiedui.Tests.Journeys;

/// <summary>One address of each kind of page, and a role that it is for.</summary>
internal static class Pages
{
    public static readonly IReadOnlyList<(Role? Role, IReadOnlyList<string> Addresses)> ByRole =
    [
        (Role.Office,
        [
            "/", "/?confirmed=true", "/fields/industry", "/ledgers/labour.workers", "/ledgers/labour.fairs/1", "/ledgers/labour.fairs/new", "/ledgers/labour.fairs/1/edit",
            "/indicators/consumption.sales", "/import", "/reports", "/disputes", "/matching", "/evidence/add", "/evidence/missing", "/rules", "/persons", "/search?q=棣花", "/help", "/api",
        ]),
        (Role.Auditor, ["/audit", "/audit/anchors"]),
        (Role.SystemAdministrator, ["/admin/backups"]),
        (Role.SecurityAdministrator, ["/admin/accounts", "/admin/accounts/new", "/me", "/me/password", "/me/second-step", "/me/tokens/new"]),
        (null, ["/sign-in"]),
    ];
}
