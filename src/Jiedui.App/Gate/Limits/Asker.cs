using System.Net.Sockets;

namespace Jiedui.App.Gate.Limits;

/// <summary>Whose requests are counted together.</summary>
internal static class Asker
{
    /// <summary>The account; where nobody has signed in, the address.</summary>
    public static string Of(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? "account " + name : AddressOf(context);

    /// <summary>An IPv6 line has a whole /64 to itself.</summary>
    public static string AddressOf(HttpContext context) => "address " + context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexStringLower(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };
}
