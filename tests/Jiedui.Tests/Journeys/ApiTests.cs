using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Jiedui.Access.Auditing;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Journeys;

/// <summary>The verbs over HTTP, as the contract gives them.</summary>
[Collection(nameof(Site))]
public sealed class ApiTests(Site site)
{
    [Fact]
    public async Task Ledgers_are_listed_with_their_columns()
    {
        var ledgers = await Get("/api/v1/ledgers");
        var fairs = ledgers.EnumerateArray().Single(ledger => ledger.GetProperty("code").GetString() == "labour.fairs");
        Assert.Equal("招聘活动", fairs.GetProperty("name").GetString());
        Assert.Contains(fairs.GetProperty("columns").EnumerateArray(), column => column.GetProperty("name").GetString() == "活动名称");
    }

    [Fact]
    public async Task A_figure_and_its_trace_count_the_same_records()
    {
        var figure = Assert.Single((await Get("/api/v1/figures?code=labour.surveyed")).EnumerateArray());
        Assert.Equal(10844, figure.GetProperty("value").GetInt32());
        Assert.Equal("人", figure.GetProperty("unit").GetString());
        var trace = await Get("/api/v1/trace/labour.job_fairs?from=2019-01&to=2020-07");
        var fairs = Assert.Single((await Get("/api/v1/figures?code=labour.job_fairs&from=2019-01&to=2020-07")).EnumerateArray());
        Assert.Equal(fairs.GetProperty("records").GetInt32(), trace.GetArrayLength());
        Assert.All(trace.EnumerateArray(), line => Assert.NotEqual("", line.GetProperty("cell").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/figures?code=no.such", "no.such")]
    [InlineData("/api/v1/trace/no.such", "no.such")]
    [InlineData("/api/v1/figures?code=labour.job_fairs&from=last-year", "last-year")]
    [InlineData("/api/v1/report?format=pdf", "docx")]
    [InlineData("/api/v1/pack?where=形式=线上", "where")]
    public async Task A_question_that_cannot_be_answered_is_told_in_chinese(string address, string names)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
        Assert.Contains(names, detail, StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", detail!);
    }

    [Fact]
    public async Task A_report_is_a_word_document()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync("/api/v1/report?format=docx")), isEditable: false);
        Assert.Contains("丹凤县", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_verifies_and_is_noted()
    {
        using var folder = new TempFolder();
        var pack = folder.Write("pack.zip", await site.Client.GetByteArrayAsync("/api/v1/pack?from=2020-01&to=2020-12&unit=棣花镇&confirmed=false"));
        var result = PackCheck.Run(pack, Article.Catalogue);
        Assert.Empty(result.Faults);
        Assert.True(result.Checked > 0);
        var (noted, _) = new AuditLog(site.Database).Find(new AuditQuery());
        Assert.Contains(noted, entry => entry.Act == AuditAct.Pack);
    }

    [Fact]
    public async Task An_import_needs_our_header_and_tells_of_each_sheet()
    {
        using var folder = new TempFolder();
        var workbook = await File.ReadAllBytesAsync(Spiteful.Save(folder.Path), TestContext.Current.CancellationToken);

        using var without = await site.Client.PostAsync(new Uri("/api/v1/import?dryRun=true", UriKind.Relative), Form(workbook));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("X-Jiedui", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/import?dryRun=true") { Content = Form(workbook) };
        request.Headers.Add("X-Jiedui", "1");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files").EnumerateArray());
        var sheet = Assert.Single(file.GetProperty("sheets").EnumerateArray());
        Assert.Equal("labour.fairs", sheet.GetProperty("ledger").GetString());
        Assert.Equal(1, sheet.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task The_books_verify() => Assert.True((await Get("/api/v1/verify")).GetProperty("ok").GetBoolean());

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_says_that_it_lives(string address) => Assert.Equal("ok", await site.Client.GetStringAsync(address));

    [Fact]
    public async Task Its_openapi_document_names_every_route()
    {
        var paths = (await Get("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in (string[])["ledgers", "figures", "trace/{code}", "report", "import", "verify", "partnerships"])
            Assert.True(paths.TryGetProperty("/api/v1/" + path, out _), path);
    }

    private static MultipartFormDataContent Form(byte[] workbook) => new() { { new ByteArrayContent(workbook), "files", "补报.xlsx" } };

    private Task<JsonElement> Get(string address) => site.Client.GetFromJsonAsync<JsonElement>(address);
}
