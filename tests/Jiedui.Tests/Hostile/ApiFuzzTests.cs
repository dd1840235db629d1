using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Jiedui.Access;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web;
using Jiedui.Tests.Hostile.Fuzzing;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Hostile;

/// <summary>Spiteful requests to pages and the API: an answer, soon, and never that the program itself broke.</summary>
public sealed class ApiFuzzTests : IAsyncLifetime
{
    private static readonly string[] Addresses =
    [
        "/api/v1/figures?code=labour.job_fairs&from=2020-01&to=2020-12", "/api/v1/figures?unit=棣花镇&where=形式=网络招聘", "/api/v1/figures?as_of=2020-01-01T00:00:00Z&confirmed=true", "/api/v1/trace/labour.job_fairs?limit=10&offset=0",
        "/api/v1/report?format=md&from=2020-01", "/api/v1/ledgers", "/ledgers/labour.fairs?p=1&page=1&sort=日期&search=甲", "/ledgers/labour.fairs/1?p=1", "/ledgers/labour.fairs/1/edit?p=1", "/indicators/labour.job_fairs?p=1&from=2020-01",
        "/search?q=甲", "/?p=1&from=2019-05&to=2021-12", "/downloads/ledgers/labour.fairs.csv?p=1&sort=日期", "/downloads/templates/labour.fairs.xlsx", "/fields/labour",
    ];

    private static readonly string[] Spite =
    [
        "'", "%00", "%", "%ff", "<script>", "-1", "99999999999999999999", "0", "../../etc/passwd", "%2e%2e%2f", "\"", "长长长", "=", "&", "?", "2020-13", "9999-99", "0000-00", "NaN", "%F0%9F%98%80", "%ED%A0%80", ";", "*", "true", "[]", "{}",
        "9999-12-31T23:59:59.9999999Z", "0001-01", "9999-12", "-0", "1e9", "%0d%0aX: y",
    ];

    private static readonly string[] Bodies =
    [
        "{\"version\":1,\"reason\":\"核对\",\"cells\":{\"参加企业数\":\"13\"}}", "{\"cells\":{\"日期\":\"2020-05-01\",\"活动名称\":\"甲\",\"形式\":\"网络招聘\",\"主办单位\":\"人社局\"}}", "{\"version\":1,\"reason\":null,\"cells\":{\"日期\":null}}",
        "{\"cells\":{\"活动名称\":\"\\ud800\"}}", "{\"cells\":{\"备注\":\"\\u0000\"}}", "null", "[]", "", "{\"version\":99999999999}", "{\"cells\":{\"日期\":\"1\",\"日期\":\"2\"}}", "{\"cells\":[]}", "{\"cells\":{\"\":\"\"}}",
    ];

    private readonly Installation office = Installation.WithCaseUnits();
    private WebApplication? app;
    private HttpClient client = default!;

    public async ValueTask InitializeAsync()
    {
        office.Import(new Xlsx().Sheet("招聘活动", [["日期", "活动名称", "形式", "地点", "主办单位", "参加企业数"], ["2020-03-01", "甲", "现场招聘会", "棣花镇", "人社局", 12]]).Save(office.Folder));
        app = WebHosting.Build(new WebOptions { DataFolder = office.Database.Folder, Urls = "http://127.0.0.1:0", LargestUpload = 4 << 20, Rates = new RateOptions { Imports = int.MaxValue, Exports = int.MaxValue } }, office.Database, Article.Catalogue);
        await app.StartAsync();
        client = SigningIn.Client(app.Urls.Single());
        client.Timeout = TimeSpan.FromSeconds(60);
        var (name, password) = TestAccounts.Add(office.Database, Role.Office);
        await SigningIn.WithPassword(client, name, password);
        client.DefaultRequestHeaders.Add("X-Jiedui", "1");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        office.Dispose();
    }

    [Fact]
    public async Task Addresses_that_nobody_links_to()
    {
        var random = new PCG(2, Nightly.Seed);
        for (var turn = 0; turn < Nightly.Of(250, 10_000); turn++)
        {
            var cut = Cut.Any.Generate(random, null, out _);
            var address = Broken(cut, Addresses[turn % Addresses.Length]);
            await Answered(() => client.GetAsync(new Uri(address, UriKind.Relative)), address);
        }
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public async Task Bodies_that_no_program_sends()
    {
        var random = new PCG(3, Nightly.Seed);
        for (var turn = 0; turn < Nightly.Of(250, 10_000); turn++)
        {
            var cut = Cut.Any.Generate(random, null, out _);
            var body = Encoding.UTF8.GetBytes(Bodies[turn % Bodies.Length]);
            if (cut.HowMuch > 0.3)
                body = cut.Kind % 2 == 0 ? ByteCuts.Apply(body, cut) : TextCuts.Apply(body, cut);
            var isNew = cut.Kind % 3 == 0;
            await Answered(
                () =>
                {
                    var content = new ByteArrayContent(body);
                    content.Headers.ContentType = MediaTypeHeaderValue.Parse(cut.Of(["application/json", "application/json; charset=utf-16", "text/plain", "application/json", "application/json"]));
                    return isNew ? client.PostAsync(new Uri("/api/v1/ledgers/labour.fairs/records", UriKind.Relative), content) : client.PutAsync(new Uri("/api/v1/ledgers/labour.fairs/records/1", UriKind.Relative), content);
                },
                Encoding.UTF8.GetString(body));
        }
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public async Task Uploads_that_no_browser_sends()
    {
        var random = new PCG(4, Nightly.Seed);
        for (var turn = 0; turn < Nightly.Of(100, 4_000); turn++)
        {
            var cut = Cut.Any.Generate(random, null, out _);
            var (name, bytes) = Corpus.All[turn % Corpus.All.Count];
            var sound = Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{cut.Of([name, "../../x.xlsx", "", "a\0b.csv", new string('长', 300) + ".csv", "CON", "a.exe"])}\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .Concat(bytes).Concat("\r\n--x--\r\n"u8.ToArray()).ToArray();
            // The head of the form is short and the file long: otherwise only the file would ever be hit.
            var body = cut.HowMuch < 0.5 ? ByteCuts.Apply(sound, cut with { Where = cut.Where * 300 / sound.Length }) : ByteCuts.Apply(sound, cut);
            await Answered(
                () =>
                {
                    var content = new ByteArrayContent(body);
                    content.Headers.TryAddWithoutValidation("Content-Type", cut.Kind % 7 == 0 ? "multipart/form-data" : cut.Kind % 7 == 1 ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=x");
                    return client.PostAsync(new Uri("/api/v1/import?dryRun=true", UriKind.Relative), content);
                },
                $"{name}, turn {turn}");
        }
        Assert.Empty(office.Verify().Faults);
    }

    private static async Task Answered(Func<Task<HttpResponseMessage>> send, string what)
    {
        using var answer = await send();
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{(int)answer.StatusCode} {what}\n{Nightly.Replay}");
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static string Broken(Cut cut, string address)
    {
        var spite = cut.Of(Spite);
        var values = address.Split('=', '/', '&');
        var one = values[cut.At(values.Length)];
        return (cut.Kind % 4) switch
        {
            0 when one.Length > 0 => address.Replace(one, spite, StringComparison.Ordinal),
            1 => address + spite,
            2 => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + cut.Of(["p=", "from=", "to=", "unit=", "where=", "sort=", "page=", "limit=", "as_of=", "lang=", "search=", "partnership="]) + Spite[cut.Kind / 4 % Spite.Length],
            _ => address.Insert(1 + cut.At(address.Length - 1), spite),
        };
    }
}
