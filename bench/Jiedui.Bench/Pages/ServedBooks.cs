using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Web.Accounts;
using Jiedui.Bench.Roles;
using Jiedui.Bench.Roster;
using Jiedui.Flow.Importing;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench.Pages;

/// <summary>An installation that holds the case and a roster of any size, served by the real program in a process of its own.</summary>
internal sealed class ServedBooks : IDisposable
{
    /// <summary>Names a folder whose books are used again instead of being made anew: a million rows take their time.</summary>
    private const string Kept = "JIEDUI_BENCH_BOOKS";

    private const string Password = "Correct-Horse-7";
    private const string Name = "bench-office";
    private const string Dotnet = "dotnet";
    private const int MostAttempts = 3000;

    private readonly string folder;
    private readonly bool isKept;
    private Process? process;

    private ServedBooks(string folder, bool isKept) => (this.folder, this.isKept) = (folder, isKept);

    public string DataFolder => Path.Combine(folder, "data");

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public Process Server => process ?? throw new InvalidOperationException("Nothing is served yet.");

    public static ServedBooks Make(int rows)
    {
        var kept = Environment.GetEnvironmentVariable(Kept);
        var books = new ServedBooks(kept ?? Directory.CreateTempSubdirectory("jiedui-bench-").FullName, kept is not null);
        if (!Database.IsIn(books.DataFolder))
            Fill(books.folder, books.DataFolder, rows);
        AddOffice(Database.Open(books.DataFolder, Article.Catalogue.Ledgers));
        return books;
    }

    /// <summary>Starts the program as it was built beside this one, and returns when it answers.</summary>
    public async Task Serve()
    {
        Begin([Dotnet, Path.Combine(AppContext.BaseDirectory, "Jiedui.App.dll")]);
        await Answers("/health/live");
    }

    /// <param name="command">The program and what stands before its verb.</param>
    public void Begin(IReadOnlyList<string> command)
    {
        process = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), "serve", "--data", DataFolder, "--urls", Address.ToString().TrimEnd('/')])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Asks for a page as soon as the program, which is just starting, listens.</summary>
    public async Task Answers(string page, Browser? signedIn = null)
    {
        using var client = signedIn?.Again() ?? new Browser(Address, "", "");
        for (var attempt = 0; !await IsListening(); attempt++)
        {
            if (attempt == MostAttempts)
                throw new InvalidOperationException("The program was not ready after its time.");
            await Task.Delay(5);
        }
        await client.Open(page);
    }

    /// <summary>Whether anybody listens, learnt without an exception: thousands of those would take the processor from the program that is waited for.</summary>
    private async Task<bool> IsListening()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, Address.Port) };
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        attempt.Completed += (_, _) => tried.SetResult();
        if (socket.ConnectAsync(attempt))
            await tried.Task;
        // Where nobody listens, a socket may be given the very port that it asks for, and then answers itself.
        return attempt.SocketError == SocketError.Success && !Equals(socket.LocalEndPoint, socket.RemoteEndPoint);
    }

    public void Stop()
    {
        if (process is null)
            return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public async Task<Browser> SignedIn()
    {
        var browser = new Browser(Address, Name, Password);
        await browser.SignIn();
        return browser;
    }

    /// <summary>Processor time of the served program so far, in seconds.</summary>
    public double CpuSeconds()
    {
        Server.Refresh();
        return Server.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>What of the served program is resident now, and the most that ever was, in MiB.</summary>
    public (double Now, double Peak) Resident()
    {
        var status = File.ReadAllLines($"/proc/{Server.Id}/status");
        return (Of("VmRSS:"), Of("VmHWM:"));

        double Of(string name) =>
            double.Parse(status.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        Stop();
        if (!isKept)
            Directory.Delete(folder, recursive: true);
    }

    private static void Fill(string folder, string data, int rows)
    {
        var importer = new Importer(Database.Open(data, Article.Catalogue.Ledgers), Article.Catalogue);
        importer.Import([.. Directory.EnumerateFiles(Path.GetDirectoryName(Repository.UnitList)!).Order(StringComparer.Ordinal).Select(ImportFile.At)], new ImportOptions());
        if (rows == 0)
            return;
        var workbook = Path.Combine(folder, "roster.xlsx");
        RosterWorkbook.Write(workbook, rows);
        importer.Import([ImportFile.At(workbook)], new ImportOptions());
        File.Delete(workbook);
    }

    private static void AddOffice(Database database)
    {
        var accounts = new AccountBook(database, new AuditLog(database));
        if (accounts.Named(Name) is not null)
            return;
        using var connection = database.Connect();
        var account = new Account { Name = Name, FullName = "帮扶办", Binding = new Binding(Role.Office, Partnerships.All(connection)[0].Id, Side.Receiver) };
        account.Password = Passwords.Hash(account, Password);
        accounts.Add(Actor.Owner("bench"), account);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
