using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jiedui.Tests.Flow.Outputs.Packs;
using Jiedui.Tests.Hostile.Killing;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile;

/// <summary>The case's ID numbers and telephones are sent in; while they are on their way, while they wait and afterwards, no file of the real program shows one.</summary>
public sealed partial class NothingInClearTests : IDisposable
{
    private const string Roster = "03 劳动力摸排名册.xlsx";

    private readonly Installation office = Installation.WithCaseUnits();
    private readonly TempFolder temporary = new();

    [Fact]
    public async Task Of_an_import_on_the_page()
    {
        using var program = await ServedProgram.Start(office.Database, temporary.Path);
        var job = await Upload(program);
        await StateIs("Preview", program, job);
        LookAround(program);
        var page = await program.Client.GetStringAsync(job);
        foreach (Match copy in Marked().Matches(page))
        {
            var marked = await program.Client.GetByteArrayAsync(new Uri(copy.Groups[1].Value, UriKind.Relative));
            Assert.NotEmpty(CasePack.PartsOf(marked).SelectMany(part => Secrets.In(part.Value)));
        }
        LookAround(program);
        using var stored = await program.Client.PostAsync(new Uri(job + "/confirm", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", TokenIn(page))]));
        await StateIs("Done", program, job);
        LookAround(program);
        program.Kill();
        Assert.Empty(Lying());
        Assert.True(office.Count("labour_workers") > 10_000);
    }

    [Fact]
    public async Task Of_an_import_that_a_kill_ended_and_its_sender_goes_on_after_a_restart()
    {
        using var program = await ServedProgram.Start(office.Database, temporary.Path);
        var job = await Upload(program);
        await StateIs("Preview", program, job);
        program.Kill();
        Assert.Empty(Lying());
        // What an earlier version kept there goes at the next start.
        var former = Directory.CreateDirectory(Path.Combine(office.Database.Folder, "uploads", "1"));
        File.Copy(Case.Ledger(Roster), Path.Combine(former.FullName, "0.xlsx"));
        Assert.NotEmpty(Lying());
        using var again = await ServedProgram.Start(office.Database, temporary.Path);
        Assert.Empty(Lying());
        using var answer = await again.Client.GetAsync(job);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        using var sender = SigningIn.At(again.Client.BaseAddress!.ToString(), program.Client);
        Assert.Contains("核对后导入", await sender.GetStringAsync(job), StringComparison.Ordinal);
        Assert.Equal(0, office.Count("labour_workers"));
    }

    [Fact]
    public async Task Of_an_import_and_of_evidence_sent_by_a_program()
    {
        using var program = await ServedProgram.Start(office.Database, temporary.Path);
        using var fairs = Form(("files", "招聘活动.csv", Encoding.UTF8.GetBytes("日期,活动名称,形式,主办单位,参加企业数\r\n2020-03-01,春风行动,网络招聘,丹凤县人社局,3\r\n")));
        Assert.Equal(HttpStatusCode.OK, (await program.Client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), fairs)).StatusCode);
        using var rosters = Form(("files", Roster, File.ReadAllBytes(Case.Ledger(Roster))), ("files", "名册.csv", List()));
        using var slow = Slow(rosters, () => LookAround(program));
        Assert.Equal(HttpStatusCode.OK, (await program.Client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), slow)).StatusCode);
        LookAround(program);
        using var papers = Form(("files", "花名册.pdf", EvidenceFiles.Pdf(Encoding.UTF8.GetString(List()))));
        using var slowly = Slow(papers, () => LookAround(program));
        using var filed = await program.Client.PostAsync(new Uri("/api/v1/ledgers/labour.fairs/records/1/evidence?grade=1", UriKind.Relative), slowly);
        Assert.Equal(HttpStatusCode.OK, filed.StatusCode);
        LookAround(program);
        program.Kill();
        Assert.Empty(Lying());
    }

    public void Dispose()
    {
        office.Dispose();
        temporary.Dispose();
    }

    /// <summary>Sends a roster and a text of the same numbers as a browser does, but slowly, and looks around in the middle.</summary>
    private async Task<Uri> Upload(ServedProgram program)
    {
        var token = TokenIn(await program.Client.GetStringAsync(new Uri("/import", UriKind.Relative)));
        using var form = Form(("files", Roster, File.ReadAllBytes(Case.Ledger(Roster))), ("files", "名册.csv", List()));
        form.Add(new StringContent(token), "__RequestVerificationToken");
        using var slow = Slow(form, () => LookAround(program));
        using var answer = await program.Client.PostAsync(new Uri("/import/upload", UriKind.Relative), slow);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(answer.Headers.Location!.OriginalString.Split('?')[0], UriKind.Relative);
    }

    private static async Task StateIs(string state, ServedProgram program, Uri job)
    {
        while (await program.Client.GetStringAsync(new Uri(job + "/status", UriKind.Relative)) is var told && !told.Contains($"\"{state}\"", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("Failed", told, StringComparison.Ordinal);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Looks at the files that have a name, and on Linux at those too that only the program still holds.</summary>
    private void LookAround(ServedProgram program)
    {
        Assert.Empty(Lying());
        if (!OperatingSystem.IsLinux())
            return;
        var held = Directory.EnumerateFileSystemEntries(program.OpenFiles).Where(file => TargetOf(file)?.StartsWith(temporary.Path, StringComparison.Ordinal) == true).ToList();
        Assert.Empty(held.SelectMany(file => ClearIn(TargetOf(file)!, file)));
    }

    private List<string> Lying() =>
        [.. new[] { office.Database.Folder, temporary.Path }.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).SelectMany(file => ClearIn(file, file))];

    private static IEnumerable<string> ClearIn(string name, string file)
    {
        if (Read(file) is not { } content)
            return [];
        // A package that is not all there yet cannot be looked into, and need not be: it has no business there.
        var isPackage = content.AsSpan().StartsWith("PK\u0003\u0004"u8);
        return [.. Secrets.In(content).Select(secret => $"{name}: {secret}"), .. isPackage ? [$"{name} is a workbook"] : Array.Empty<string>()];
    }

    private static byte[]? Read(string file)
    {
        try
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new MemoryStream();
            from.CopyTo(content);
            return content.ToArray();
        }
        catch (IOException)
        {
            // Gone meanwhile, or no file that can be read: a line to another process.
            return null;
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Far longer than what a server keeps in memory.</summary>
    private static byte[] List() => Encoding.UTF8.GetBytes("姓名,身份证号码或电话\r\n" + string.Concat(Secrets.All.Select(secret => $"某某,{secret}\r\n")));

    private static MultipartFormDataContent Form(params (string Field, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, name, content) in files)
            form.Add(new ByteArrayContent(content), field, name);
        return form;
    }

    private static StreamContent Slow(MultipartFormDataContent form, Action inTheMiddle)
    {
        var bytes = form.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        return new StreamContent(new HaltingStream(bytes, inTheMiddle), 16 << 10) { Headers = { ContentType = form.Headers.ContentType, ContentLength = bytes.Length } };
    }

    private static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/downloads/imports/[^\"]+)\"")]
    private static partial Regex Marked();
}
