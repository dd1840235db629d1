using System.Net;
using Jiedui.App.Answers;
using Microsoft.AspNetCore.HttpOverrides;

namespace Jiedui.App.Web;

/// <summary>Behind a reverse proxy the address and the scheme of who is asking are what the proxy says, and only what a proxy that was named says.</summary>
internal static class Proxies
{
    /// <exception cref="UsageException">A name in the list is no address and no network.</exception>
    public static void Trust(ForwardedHeadersOptions options, string proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many as stand in a row: the chain ends at the first that is not named.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new UsageException($"JIEDUI_PROXIES 中的“{proxy}”不是 IP 地址或网段。请写成 127.0.0.1 或 10.0.0.0/8，多个用逗号隔开。");
        }
    }
}
