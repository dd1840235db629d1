using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Web;
using Jiedui.App.Web.Accounts;

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
        var setupCode = FirstStart.NewCode();
        var options = new WebOptions
        {
            DataFolder = session.Database.Folder,
            Urls = urls,
            SetupCode = setupCode,
            Outside = OutsideProvider.FromEnvironment(),
            Lease = Lease(),
            Proxies = Environment.GetEnvironmentVariable("JIEDUI_PROXIES") ?? "",
        };
        var app = WebHosting.Build(options, session.Database, session.Catalogue);
        _ = Task.Run(() => FirstPage.Prepare(app.Services));
        Output.Say($"请用浏览器打开 {urls}（按 Ctrl+C 结束）");
        if (!new AccountBook(session.Database, new AuditLog(session.Database)).Any())
            Output.Say($"还没有账号：打开网页就是首次设置。从别的电脑设置时，请填首次设置码 {setupCode}");
        app.Run();
        return 0;
    }

    private static TimeSpan Lease() => Environment.GetEnvironmentVariable("JIEDUI_LEASE") switch
    {
        null or "" => WebOptions.UsualLease,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"JIEDUI_LEASE 应是 1 到 600 的整数（秒），不能是“{text}”。"),
    };

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
