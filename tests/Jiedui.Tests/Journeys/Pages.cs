namespace Jiedui.Tests.Journeys;

/// <summary>One address of each kind of page.</summary>
internal static class Pages
{
    public static readonly IReadOnlyList<string> All =
    [
        "/", "/fields/industry", "/ledgers/labour.workers", "/ledgers/labour.fairs/1", "/indicators/consumption.sales", "/import", "/reports", "/search?q=棣花", "/help", "/api",
    ];
}
