using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>Evidence over HTTP: brought by a form, seen by whoever may see its record, and never shown as it came.</summary>
public sealed partial class EvidencePagesTests(EvidenceSite site) : IClassFixture<EvidenceSite>
{
    private const string OfFirst = "/api/v1/ledgers/labour.workers/records/1/evidence";

    [Fact]
    public async Task A_photo_is_shown_without_its_place_and_given_out_with_it()
    {
        var photo = Photo.Taken(orientation: 6);
        var id = await Add(OfFirst + "?grade=2", "合影.jpg", photo);
        foreach (var size in (string[])["", "?size=small"])
        {
            using var view = await site.Client.GetAsync(new Uri($"/evidence/{id}/view{size}", UriKind.Relative));
            Assert.Equal("image/jpeg", view.Content.Headers.ContentType!.MediaType);
            Assert.Contains("default-src 'none'", Assert.Single(view.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(view.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(view.Headers.CacheControl is { Private: true, NoStore: true });
            var shown = await view.Content.ReadAsByteArrayAsync();
            Assert.Equal(-1, shown.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Photo.Place)));
            Assert.Equal(-1, shown.AsSpan().IndexOf("Exif"u8));
        }
        var audited = Exports();
        using var original = await site.Client.GetAsync(new Uri($"/evidence/{id}/original", UriKind.Relative));
        Assert.Equal(photo, await original.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/octet-stream", "attachment"), (original.Content.Headers.ContentType!.MediaType, original.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(audited + 1, Exports());
    }

    [Fact]
    public async Task A_document_is_for_download_only()
    {
        var id = await Add(OfFirst + "?grade=1", "发票.pdf", EvidenceFiles.Pdf());
        using var view = await site.Client.GetAsync(new Uri($"/evidence/{id}/view", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, view.StatusCode);
        using var original = await site.Client.GetAsync(new Uri($"/evidence/{id}/original", UriKind.Relative));
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Who_cannot_see_the_record_cannot_see_its_evidence()
    {
        var id = await Add(OfFirst + "?grade=2", "合影.jpg", Photo.Taken(300, 300));
        var (own, other) = ($"Clerk {site.Office.Unit("棣花镇").Id}", $"Clerk {site.Office.Unit("商镇").Id}");
        foreach (var address in (string[])[$"/evidence/{id}/view", $"/evidence/{id}/original", OfFirst])
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAs(own, address));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAs(other, address));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAs("SystemAdministrator", address));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAs("Nobody", address));
        }
        using var refused = await Send(OfFirst, "合影.jpg", Photo.Taken(310, 300), other);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var reader = await Send(OfFirst, "合影.jpg", Photo.Taken(310, 300), "Leader");
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_refused_over_the_api_says_why()
    {
        using var answer = await Send(OfFirst, "图.jpg", "<svg onload='alert(1)'/>"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("脚本", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Photo.Taken()), "files", "合影.jpg" } };
        using var foreign = await site.Client.PostAsync(new Uri(OfFirst, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task The_record_page_takes_a_file_shows_it_and_removes_it_with_a_reason()
    {
        const string Page = "/ledgers/labour.workers/2";
        using (var added = await Submit(Page, Page + "/evidence", ("grade", "1"), ("files", "签收单.pdf", EvidenceFiles.Pdf("签收"))))
            Assert.Contains(Page, added.Headers.Location!.ToString(), StringComparison.Ordinal);
        var shown = await site.Client.GetStringAsync(new Uri(Page, UriKind.Relative));
        Assert.Contains("签收单.pdf", shown, StringComparison.Ordinal);
        Assert.Contains("原始凭证", shown, StringComparison.Ordinal);

        var remove = RemoveForm().Match(shown).Groups[1].Value;
        (await Submit(Page, remove, ("reason", ""))).Dispose();
        Assert.Contains("签收单.pdf", await site.Client.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.Ordinal);
        (await Submit(Page, remove, ("reason", "传错了"))).Dispose();
        Assert.DoesNotContain("签收单.pdf", await site.Client.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_files_find_their_records_and_the_answer_tells_of_each()
    {
        using var sent = await Submit("/evidence/add", "/evidence/upload", ("grade", "3"), ("files", "摸排表.pdf", EvidenceFiles.Pdf("摸排")), ("files", "旅游照.jpg", Photo.Taken()));
        var told = WebUtility.HtmlDecode(await site.Client.GetStringAsync(sent.Headers.Location));
        Assert.Contains("保存并关联 1 个，没有保存 1 个", told, StringComparison.Ordinal);
        Assert.Contains("关联 2 条记录", told, StringComparison.Ordinal);
        Assert.Contains("没有记录的“佐证材料”写着这个名称", told, StringComparison.Ordinal);
        Assert.True(new AuditLog(site.Office.Database).Find(new AuditQuery { Act = AuditAct.Evidence }).Total >= 2);
        Assert.Empty(new AuditLog(site.Office.Database).Check().Faults);
    }

    [Fact]
    public async Task A_form_without_its_token_stores_nothing()
    {
        using var form = new MultipartFormDataContent { { new StringContent("1"), "grade" }, { new ByteArrayContent(EvidenceFiles.Pdf("无令牌")), "files", "摸排表.pdf" } };
        using var answer = await site.Client.PostAsync(new Uri("/evidence/upload", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/evidence/missing")]
    [InlineData("/indicators/labour.surveys")]
    [InlineData("/indicators/labour.surveys?grade=4")]
    public async Task Grades_are_told_on_the_pages_of_figures(string address) =>
        Assert.Contains("grade=", await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);

    private long Exports() => new AuditLog(site.Office.Database).Find(new AuditQuery { Act = AuditAct.Export }).Total;

    private async Task<long> Add(string address, string name, byte[] content)
    {
        using (var answer = await Send(address, name, content))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var list = JsonSerializer.Deserialize<JsonElement>(await site.Client.GetStringAsync(new Uri(OfFirst, UriKind.Relative)));
        return list.EnumerateArray().Last(one => one.GetProperty("name").GetString() == name && one.GetProperty("bytes").GetInt64() == content.Length).GetProperty("id").GetInt64();
    }

    private async Task<HttpResponseMessage> Send(string address, string name, byte[] content, string? sender = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "files", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("X-Jiedui", "1");
        if (sender is not null)
            request.Headers.Add(EvidenceSite.As, sender);
        return await site.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> StatusAs(string sender, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(EvidenceSite.As, sender);
        using var answer = await site.Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Fills in the form of a page and sends it, with the page's token and cookie.</summary>
    private async Task<HttpResponseMessage> Submit(string page, string to, params object[] fields)
    {
        var shown = await site.Client.GetStringAsync(new Uri(page, UriKind.Relative));
        var form = new MultipartFormDataContent { { new StringContent(Token().Match(shown).Groups[1].Value), "__RequestVerificationToken" } };
        foreach (var field in fields)
        {
            if (field is ValueTuple<string, string> text)
                form.Add(new StringContent(text.Item2), text.Item1);
            else if (field is ValueTuple<string, string, byte[]> file)
                form.Add(new ByteArrayContent(file.Item3), file.Item1, file.Item2);
        }
        var answer = await site.Client.PostAsync(new Uri(WebUtility.HtmlDecode(to), UriKind.Relative), form);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, string.Create(CultureInfo.InvariantCulture, $"{to}: {answer.StatusCode}"));
        return answer;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""action="([^"]+/remove[^"]*)""")]
    private static partial Regex RemoveForm();
}
