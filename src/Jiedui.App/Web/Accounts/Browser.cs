namespace Jiedui.App.Web.Accounts;

/// <summary>What a browser calls itself, in the words that its user knows it by.</summary>
internal static class Browser
{
    // The order matters: most browsers also claim to be those that came before them.
    private static readonly (string Mark, string Name)[] Programs =
    [
        ("MicroMessenger/", "微信"), ("Edg/", "Edge"), ("QQBrowser/", "QQ 浏览器"), ("360SE", "360 浏览器"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "鸿蒙"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string agent) =>
        string.Join(" · ", new[] { In(agent, Programs), In(agent, Systems) }.OfType<string>()) is { Length: > 0 } told ? told : "—";

    private static string? In(string agent, (string Mark, string Name)[] known) =>
        known.Where(one => agent.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Select(one => one.Name).FirstOrDefault();
}
