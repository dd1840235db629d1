using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Jiedui.Access;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>The real program, serving a data folder in a process of its own, until it is killed.</summary>
internal sealed class ServedProgram : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll");

    private readonly Process process;

    private ServedProgram(Process process, Uri address)
    {
        this.process = process;
        Client = SigningIn.Client(address.ToString());
        Giver = SigningIn.Client(address.ToString());
        Client.DefaultRequestHeaders.Add("X-Jiedui", "1");
        Giver.DefaultRequestHeaders.Add("X-Jiedui", "1");
    }

    public HttpClient Client { get; }

    /// <summary>Signed in as the giving side's office.</summary>
    public HttpClient Giver { get; }

    public Uri Address => Client.BaseAddress!;

    public int Process => process.Id;

    /// <summary>Where Linux shows the files that it has open, those without a name too.</summary>
    public string OpenFiles => $"/proc/{process.Id}/fd";

    /// <param name="temporary">Where it has its temporary files; null for where all have theirs.</param>
    /// <param name="settings">Variables of its environment.</param>
    public static async Task<ServedProgram> Start(Database database, string? temporary = null, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--urls", address, "--data", database.Folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        TestServer.Tell(start, database.Folder);
        if (temporary is not null)
            start.Environment["TMPDIR"] = start.Environment["ASPNETCORE_TEMP"] = temporary;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        // Else .NET puts pipes for debuggers beside the temporary files; who reads one waits for ever.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = System.Diagnostics.Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var program = new ServedProgram(process, new Uri(address));
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await program.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    // A name of its own each time: who signs in too often is kept out.
                    var (name, password) = TestAccounts.Add(database, Role.Office);
                    await SigningIn.WithPassword(program.Client, name, password);
                    (name, password) = TestAccounts.Add(database, Role.Office, office => office with { Partnership = 1, Side = Side.Giver });
                    await SigningIn.WithPassword(program.Giver, name, password);
                    return program;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && tries < 600)
            {
            }
            await Task.Delay(100);
        }
    }

    /// <summary>As a power cut would: no warning, no last words.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.DemandExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Client.Dispose();
        Giver.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
