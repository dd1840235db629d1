using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Keeping.Schedule;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>Two real programs serve one database. What a person began at one goes on at the other, also when one of them dies; and what all share is done once.</summary>
public sealed partial class SeveralProcessesTests : IDisposable
{
    private static readonly (string, string)[] Settings = [("JIEDUI_LEASE", "2"), ("JIEDUI_PROXIES", "127.0.0.1")];

    private readonly Installation office = Installation.WithCaseUnits();
    private readonly TempFolder folder = new();
    private readonly CancellationToken token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_whose_process_dies_is_ended_by_the_other_and_tells_what_it_did()
    {
        using var one = await ServedProgram.Start(office.Database, settings: Settings);
        using var other = await ServedProgram.Start(office.Database, settings: Settings);
        using var proxy = await ReverseProxy.Before(one, other);
        using var person = await SignedIn(proxy.Address);
        // Enough rows that there is a middle to die in.
        var job = await Upload(person, ("花名册.csv", Roster(40_000)));
        await Until(person, job, "Preview");
        var page = await person.GetStringAsync(job, token);
        Assert.Contains("导入 40,000 行", page, StringComparison.Ordinal);

        using var confirmed = await person.PostAsync(new Uri(job + "/confirm", UriKind.Relative), Form(page), token);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var dying = await AtWork();
        (one.Process == dying ? one : other).Kill();
        Assert.Equal("Storing", State());
        Assert.Equal(0, office.Count("labour_workers"));

        await Until(person, job, "Done");
        var told = await person.GetStringAsync(job, token);
        Assert.Contains("已导入 40,000 行", told, StringComparison.Ordinal);
        Assert.Contains("变了的数字", told, StringComparison.Ordinal);
        Assert.Equal(40_000, office.Count("labour_workers"));
        Assert.Equal(40_000, office.Figure("labour.surveyed").Value);
        Assert.Empty(office.Verify().Faults);
        Assert.Empty(new AuditLog(office.Database).Check().Faults);
        // What was uploaded is gone, and so is what was kept for the case of a kill.
        using var jobs = office.Database.ConnectJobs();
        Assert.Equal(0, jobs.ExecuteScalar<long>("SELECT count(*) FROM waiting_file"));
        Assert.Equal(0, office.Count("import_done"));
    }

    [Fact]
    public async Task What_one_does_holds_for_the_other()
    {
        using var one = await ServedProgram.Start(office.Database, settings: Settings);
        using var other = await ServedProgram.Start(office.Database, settings: Settings);
        using var here = await SignedIn(one.Address.ToString());
        using var there = SigningIn.At(other.Address.ToString(), here);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(new Uri("/import", UriKind.Relative), token)).StatusCode);

        // An upload at one is another's to show; nobody else sees it.
        var job = await Upload(here, ("花名册.csv", Roster(3)), ("坏.csv", Encoding.UTF8.GetBytes("姓名,身份证号,户籍镇,意愿,摸排方式,摸排日期\r\n某某,1,棣花镇,转岗,电话,2020-13-01\r\n")));
        await Until(there, job, "Preview");
        var page = await there.GetStringAsync(job, token);
        var copy = Assert.Single(Marked().Matches(page)).Groups[1].Value;
        Assert.Equal(await here.GetByteArrayAsync(new Uri(copy, UriKind.Relative), token), await there.GetByteArrayAsync(new Uri(copy, UriKind.Relative), token));
        Assert.Equal(HttpStatusCode.Gone, (await other.Client.GetAsync(job, token)).StatusCode);

        // A new key that one has made seals at the other.
        Assert.Equal(0, (await CommandRun.Of(office, "key", "rotate")).Code);
        var cells = new Dictionary<string, string> { ["姓名"] = "某某", ["身份证号"] = Id(999), ["户籍镇"] = "棣花镇", ["意愿"] = "转岗", ["摸排方式"] = "电话", ["摸排日期"] = "2020-03-01" };
        using var entered = await other.Client.PostAsJsonAsync("/api/v1/ledgers/labour.workers/records", new { cells }, token);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        office.Database.RefreshKeys();
        Assert.Equal(office.Database.Vault.NewestKey, Vault.KeyOf(office.Connection.QuerySingle<byte[]>("SELECT sealed FROM labour_workers")));

        // Who signs out at one is out at the other.
        using var left = await SigningIn.Post(here, "/import", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using var answer = await there.GetAsync(new Uri("/import", UriKind.Relative), token);
        Assert.StartsWith("/sign-in", SigningIn.PlaceOf(answer, there), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_planned_is_done_once()
    {
        // Due since midnight, so that both find it due as soon as they are up.
        new BackupPlan(folder.Path, TimeOnly.MinValue, 5, null).Save(office.Database, Actor.Owner("tests"));
        var starts = await Task.WhenAll(ServedProgram.Start(office.Database, settings: Settings), ServedProgram.Start(office.Database, settings: Settings));
        try
        {
            var log = new AuditLog(office.Database);
            while (new BackupRuns(office.Database).All() is not [{ IsGood: true }] || Anchors(log) == 0)
                await Task.Delay(100, token);
            await Task.Delay(3000, token);
            Assert.Single(Directory.EnumerateFiles(folder.Path));
            Assert.Single(new BackupRuns(office.Database).All());
            Assert.Equal(1, Anchors(log));
        }
        finally
        {
            foreach (var program in starts)
                program.Dispose();
        }
    }

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    private static int Anchors(AuditLog log) => log.Find(new AuditQuery { Act = AuditAct.Anchor }).Entries.Count;

    private async Task<HttpClient> SignedIn(string address)
    {
        var (name, password) = TestAccounts.Add(office.Database, Role.Office);
        var client = SigningIn.Client(address);
        await SigningIn.WithPassword(client, name, password);
        return client;
    }

    private async Task<Uri> Upload(HttpClient client, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(TokenIn(await client.GetStringAsync(new Uri("/import", UriKind.Relative), token))), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        using var answer = await client.PostAsync(new Uri("/import/upload", UriKind.Relative), form, token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(SigningIn.PlaceOf(answer, client).Split('?')[0], UriKind.Relative);
    }

    private async Task Until(HttpClient client, Uri job, string state)
    {
        for (var told = ""; !told.Contains($"\"{state}\"", StringComparison.Ordinal);)
        {
            Assert.DoesNotContain("Failed", told, StringComparison.Ordinal);
            await Task.Delay(100, token);
            using var answer = await client.GetAsync(new Uri(job + "/status", UriKind.Relative), token);
            // The proxy may yet have to learn that one is gone.
            told = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(token) : "";
        }
    }

    /// <summary>Which process stores, once it has begun with the rows.</summary>
    private async Task<int> AtWork()
    {
        using var jobs = office.Database.ConnectJobs();
        while (true)
        {
            if (jobs.QuerySingleOrDefault<string?>("SELECT runner FROM import_job WHERE state = 'Storing' AND progress IS NOT NULL") is { } runner)
                return int.Parse(ProcessIn().Match(runner).Groups[1].Value, CultureInfo.InvariantCulture);
            await Task.Delay(20, token);
        }
    }

    private string State()
    {
        using var jobs = office.Database.ConnectJobs();
        return jobs.QuerySingle<string>("SELECT state FROM import_job");
    }

    private static byte[] Roster(int rows) => Encoding.UTF8.GetBytes(
        "姓名,身份证号,户籍镇,意愿,摸排方式,摸排日期\r\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"某某,{Id(row)},棣花镇,转岗,电话,2020-03-01\r\n")));

    /// <summary>A number of the area that is not assigned, with its check digit.</summary>
    private static string Id(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"619925{new DateOnly(1950, 1, 1).AddDays(number / 999):yyyyMMdd}{number % 999 + 1:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Select((digit, place) => (digit - '0') * weights[place]).Sum() % 11];
    }

    private static FormUrlEncodedContent Form(string page) => new([KeyValuePair.Create("__RequestVerificationToken", TokenIn(page))]);

    private static string TokenIn(string page) => AntiforgeryToken().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();

    /// <summary>A runner is named after its machine, its process and a number of its own.</summary>
    [GeneratedRegex("-([0-9]+)-[0-9a-f]{32}")]
    private static partial Regex ProcessIn();

    [GeneratedRegex("href=\"(/downloads/imports/[^\"]+)\"")]
    private static partial Regex Marked();
}
