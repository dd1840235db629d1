using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Jiedui.App.Answers;
using Jiedui.App.Web;

namespace Jiedui.App.Cli;

internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "监听地址，多个用分号隔开", HelpName = "U", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Create()
    {
        var command = new Command("serve", "打开网页和接口") { Urls };
        command.Does((session, parsed) => Serve(session, parsed.GetValue(Urls)!));
        return command;
    }

    /// <summary>Serves until it is asked to stop.</summary>
    public static int Serve(Session session, string urls)
    {
        foreach (var taken in urls.Split(';').Where(IsTaken))
            throw new UsageException($"{taken} 已被别的程序占用。请换一个端口（demo 用 --port，serve 用 --urls）。");
        // A process that was killed may have left something to take over.
        session.Audit.TakeOver();
        var app = WebHosting.Build(new WebOptions { DataFolder = session.Database.Folder, Urls = urls }, session.Database, session.Catalogue);
        Output.Say($"请用浏览器打开 {urls}（按 Ctrl+C 结束）");
        app.Run();
        return 0;
    }

    private static bool IsTaken(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Port == 0)
            return false;
        try
        {
            using var probe = new TcpListener(IPAddress.TryParse(address.Host, out var host) ? host : IPAddress.Loopback, address.Port);
            probe.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
