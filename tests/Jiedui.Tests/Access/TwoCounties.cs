using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.App.Web;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Access;

/// <summary>
/// The real program over two partnerships. In the first, 棣花镇 has a worker of its own and 商镇 another; in the second, 柳河镇 has one. Each one's remark tells
/// whose it is, so that it is easy to say when somebody read what is not his.
/// </summary>
public sealed partial class TwoCounties : IAsyncLifetime
{
    public const string OwnRemark = "棣花镇自己的备注";
    public const string OtherUnitsRemark = "商镇才能看的备注";
    public const string OtherCountysRemark = "柳河镇才能看的备注";
    public const string OwnId = "619926198104023516";
    public const string OtherPartnership = "南川区—北山县";

    private readonly Installation office = Installation.WithCaseUnits();
    private WebApplication? app;
    private HttpClient? client;

    public WebApplication App => app!;

    public Installation Office => office;

    public long Own => office.All[0].Id;

    public long Other => office.All[1].Id;

    public long Unit => office.Unit("棣花镇").Id;

    /// <summary>The record of 棣花镇, and that of 商镇, in 劳动力摸排名册.</summary>
    public (long Own, long Others) Records { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Enter("本县.xlsx", office.All[0].Name, ("棣花镇", OwnId, "于平", OwnRemark), ("商镇", Id("61992619850102352"), "林安", OtherUnitsRemark));
        new Importer(office.Database, Article.Catalogue).Found("南川区", "北山县", PartialDate.Parse("2019-05"), "测试");
        var units = new Xlsx().Sheet("单位名录", [["名称", "类别", "上级", "所属方"], ["柳河镇", "乡镇", "北山县", "受帮扶方"]]).Save(office.Folder, "外县单位.xlsx");
        Assert.True(office.Import(new ImportOptions { Partnership = OtherPartnership }, units).IsDone);
        Enter("外县.xlsx", OtherPartnership, ("柳河镇", Id("61992619900707461"), "程远", OtherCountysRemark));
        var workers = office.Records("labour.workers");
        Records = (Of(OwnRemark), Of(OtherUnitsRemark));

        // An installation without accounts shows its first page only.
        TestAccounts.Add(office.Database, Role.SecurityAdministrator);
        app = WebHosting.Build(new WebOptions { DataFolder = office.Database.Folder, Urls = "http://127.0.0.1:0", Rates = new() { Imports = 100_000, Exports = 100_000, Packs = 100_000 } }, office.Database, Article.Catalogue, TestSignIn.Add);
        await app.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };

        long Of(string remark) => workers.Single(record => (string?)record.Row[record.Row.Ledger.Find("备注")!] == remark).Id;
    }

    /// <summary>Somebody of the first partnership; of 棣花镇 alone where he is of a unit.</summary>
    public Actor Of(Role role, bool ofUnit = false) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator
        ? new Actor("管理员", role)
        : new Actor("某人", role, Own, Side.Receiver, ofUnit ? Unit : null);

    public async Task<(int Status, string Text, HttpResponseMessage Answer)> Get(Actor? actor, string address) => await Send(actor, new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Posts a form as its page would: with the token that the page carries.</summary>
    /// <param name="page">The page from which the token is taken; null to post without one.</param>
    public async Task<(int Status, string Text, HttpResponseMessage Answer)> Post(Actor? actor, string address, string? page, params (string Name, string Value)[] fields)
    {
        var (token, cookie) = page is null ? ("", "") : await Token(actor, page);
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        if (page is not null)
            request.Headers.Add("Cookie", cookie);
        return await Send(actor, request);
    }

    /// <summary>Uploads a workbook on the import page.</summary>
    /// <returns>The address of what became of it.</returns>
    public async Task<string> Upload(Actor actor, string path)
    {
        var (token, cookie) = await Token(actor, "/import");
        var file = new ByteArrayContent(await File.ReadAllBytesAsync(path));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, "/import/upload")
        {
            Content = new MultipartFormDataContent { { file, "files", Path.GetFileName(path) }, { new StringContent(token), "__RequestVerificationToken" } },
        };
        request.Headers.Add("Cookie", cookie);
        var (status, text, answer) = await Send(actor, request);
        Assert.True(status == 302, $"{status} {text}");
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Sends a workbook to the API.</summary>
    public async Task<(int Status, string Text, HttpResponseMessage Answer)> Import(Actor? actor, string path, string query = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/import" + query)
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "files", Path.GetFileName(path) } },
        };
        request.Headers.Add("X-Jiedui", "1");
        return await Send(actor, request);
    }

    /// <summary>A roster with one worker of each of the towns.</summary>
    public string Roster(string file, params (string Town, string Id, string Name, string Remark)[] people) => new Xlsx().Sheet(
        "名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期", "备注"], .. people.Select(one => new object?[] { one.Name, one.Id, one.Town, "转岗", "电话", "2020-06-01", one.Remark })])
        .Save(office.Folder, file);

    /// <summary>A synthetic ID number with its check digit.</summary>
    public static string Id(string first17) => first17 + "10X98765432"[first17.Select((digit, at) => (digit - '0') * ((1 << (17 - at)) % 11)).Sum() % 11];

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        office.Dispose();
    }

    private void Enter(string file, string partnership, params (string Town, string Id, string Name, string Remark)[] people)
    {
        var sheet = office.Import(new ImportOptions { Partnership = partnership }, Roster(file, people)).Files.Single().Sheets.Single();
        Assert.True(sheet.Accepted == people.Length, string.Join('\n', sheet.Findings));
    }

    private async Task<(string Token, string Cookie)> Token(Actor? actor, string page)
    {
        var (status, text, answer) = await Get(actor, page);
        Assert.True(status == 200, $"{page}: {status}");
        return (TokenField().Match(text).Groups[1].Value, string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
    }

    private async Task<(int Status, string Text, HttpResponseMessage Answer)> Send(Actor? actor, HttpRequestMessage request)
    {
        request.Headers.Add(TestSignIn.Header, actor is null ? TestSignIn.Nobody : TestSignIn.Of(actor));
        var answer = await client!.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
