using System.Diagnostics;
using System.Net.Sockets;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>A real nginx before two programs, set up as docs/operating/several-processes.md says: each request goes to the next of them, and none to one that is gone.</summary>
internal sealed class ReverseProxy : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Process process;

    private ReverseProxy(string address, IEnumerable<Uri> behind)
    {
        Address = address;
        var file = Path.Combine(folder.Path, "nginx.conf");
        File.WriteAllText(file, Configuration(new Uri(address), behind));
        process = Process.Start(new ProcessStartInfo(Program(), ["-p", folder.Path, "-c", file, "-e", Path.Combine(folder.Path, "error.log")]) { RedirectStandardError = true })!;
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    public static async Task<ReverseProxy> Before(params ServedProgram[] programs)
    {
        var proxy = new ReverseProxy($"http://127.0.0.1:{ServedProgram.FreePort()}", programs.Select(program => program.Address));
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", new Uri(proxy.Address).Port);
                return proxy;
            }
            catch (SocketException) when (tries < 200 && !proxy.process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private string Configuration(Uri own, IEnumerable<Uri> behind) =>
        $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        worker_processes 1;
        pid {{folder.Path}}/nginx.pid;
        error_log {{folder.Path}}/error.log;
        events {}
        http {
            access_log off;
            client_body_temp_path {{folder.Path}}/body;
            proxy_temp_path {{folder.Path}}/proxy;
            fastcgi_temp_path {{folder.Path}}/fastcgi;
            uwsgi_temp_path {{folder.Path}}/uwsgi;
            scgi_temp_path {{folder.Path}}/scgi;
            upstream jiedui {
                {{string.Concat(behind.Select(address => $"server {address.Authority} max_fails=1 fail_timeout=10s; "))}}
            }
            server {
                listen {{own.Authority}};
                client_max_body_size 520m;
                location / {
                    proxy_pass http://jiedui;
                    proxy_http_version 1.1;
                    proxy_request_buffering off;
                    proxy_read_timeout 600s;
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                }
            }
        }
        """;

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Select(place => Path.Combine(place, "nginx")).First(File.Exists);
}
