using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.App.Web;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Flow.Confirming;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Journeys;

/// <summary>Both sides at the pages and at the API: each says its own word, and only that.</summary>
public sealed partial class ConfirmingTests : IAsyncLifetime
{
    private const string Record = "/ledgers/talent.study_tours/1";
    private const string Api = "/api/v1/ledgers/talent.study_tours/";

    private readonly Talk talk = new();
    private readonly Dictionary<string, HttpClient> clients = [];
    private readonly Dictionary<string, string> names = [];
    private WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        app = WebHosting.Build(new WebOptions { DataFolder = talk.Office.Database.Folder, Urls = "http://127.0.0.1:0" }, talk.Office.Database, Article.Catalogue);
        await app.StartAsync();
    }

    [Fact]
    public async Task The_other_side_confirms_on_the_records_page_and_the_page_tells_who_said_it()
    {
        talk.Enter(Side.Giver);
        var page = await Send("Office/Receiver", Record, "confirm");
        Assert.Contains("已记下。", page, StringComparison.Ordinal);
        Assert.Contains("双方已确认", page, StringComparison.Ordinal);
        Assert.Contains(names["Office/Receiver"], page, StringComparison.Ordinal);
        Assert.Equal((Standing.Confirmed, Standing.Confirmed), talk.Stands());
    }

    [Fact]
    public async Task Who_entered_is_offered_nothing_and_cannot_confirm_for_the_other_by_form()
    {
        talk.Enter(Side.Giver);
        var page = await Get("Office/Giver", Record);
        Assert.DoesNotContain("确认这条记录", page, StringComparison.Ordinal);
        await Send("Office/Giver", Record, "confirm", [("side", "Receiver"), ("version", "1")]);
        Assert.Equal((Standing.Confirmed, Standing.Silent), talk.Stands());
    }

    [Theory]
    [InlineData("Assessor/Receiver")]
    [InlineData("Auditor/Receiver")]
    [InlineData("Leader/Receiver")]
    public async Task Who_has_no_word_is_offered_no_button_and_refused(string actor)
    {
        talk.Enter(Side.Giver);
        var page = await Get(actor, Record);
        Assert.DoesNotContain("确认这条记录", page, StringComparison.Ordinal);
        using var answer = await Post(actor, Record + "/confirm", Fields(page, [("version", "1")]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public async Task Who_speaks_for_no_side_changes_nothing()
    {
        const string actor = "Office/";
        talk.Enter(null);
        Assert.DoesNotContain("确认这条记录", await Get(actor, Record), StringComparison.Ordinal);
        Assert.Contains("您不能替这条记录表态", await Send(actor, Record, "confirm", [("version", "1"), ("side", "Receiver")]), StringComparison.Ordinal);
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public async Task A_form_whose_record_was_corrected_meanwhile_does_nothing_and_says_so()
    {
        talk.Enter(Side.Giver);
        var seen = await Get("Office/Receiver", Record);
        talk.Enter(Side.Giver, pupils: 11);
        var page = await Send("Office/Receiver", Record, "confirm", [("version", "1")], seen);
        Assert.Contains("被更正过", page, StringComparison.Ordinal);
        Assert.Equal(Standing.Silent, talk.Tour().Receiver);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        talk.Enter(Side.Giver);
        using var one = await Post("Office/Receiver", Record + "/confirm", [new("version", "1")]);
        using var many = await Post("Office/Receiver", "/ledgers/talent.study_tours/confirm", [new("seen", "99.99")]);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (one.StatusCode, many.StatusCode));
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public async Task A_dispute_stands_with_its_reason_in_the_list_of_disputes_as_text()
    {
        talk.Enter(Side.Giver);
        Assert.Contains("请写明哪里不对", await Send("Office/Receiver", Record, "dispute", [("version", "1"), ("reason", " ")]), StringComparison.Ordinal);
        await Send("Office/Receiver", Record, "dispute", [("version", "1"), ("reason", "应为 8 人<script>alert(1)</script>")]);
        var list = await Get("Assessor/Giver", "/disputes");
        Assert.Contains("应为 8 人&lt;script&gt;", list, StringComparison.Ordinal);
        Assert.Contains(Record, list, StringComparison.Ordinal);
        Assert.Contains("受帮扶方有异议", await Get("Office/Giver", Record), StringComparison.Ordinal);
        Assert.Contains("异议 1", await Get("Office/Giver", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ladder_is_climbed_on_the_page()
    {
        talk.Rules(receiver: ReviewSteps.Unit | ReviewSteps.Office);
        talk.Enter(Side.Giver);
        Assert.DoesNotContain("审核通过", await Get("Leader/Receiver", Record), StringComparison.Ordinal);
        talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Confirm);
        Assert.Contains("帮扶方已确认，受帮扶方审核中", await Send("Leader/Receiver", Record, "review"), StringComparison.Ordinal);
        Assert.Equal(Standing.AwaitsOffice, talk.Tour().Receiver);
        Assert.Contains("双方已确认", await Send("Office/Receiver", Record, "review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_confirms_what_the_filter_shows_and_nothing_that_came_later()
    {
        talk.Enter(Side.Giver, count: 12);
        var page = await Get("Office/Receiver", "/ledgers/talent.study_tours?f.%E6%9C%9F%E6%AC%A1=%E7%AC%AC1");
        Assert.Contains("确认这 12 条", await Get("Office/Receiver", "/ledgers/talent.study_tours"), StringComparison.Ordinal);
        talk.Enter(Side.Giver, pupils: 99);
        var told = await Submit("Office/Receiver", page, "/confirm?");
        Assert.Contains("已记下 11 条", told, StringComparison.Ordinal);
        Assert.Contains("打开页面后有变动 1 条", told, StringComparison.Ordinal);
        Assert.Equal(Standing.Silent, talk.Tour().Receiver);
        Assert.Equal(11, talk.Office.Count("word"));
        Assert.Contains("研学", await Get("Office/Receiver", "/ledgers/talent.study_tours?state=AwaitsReceiver"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_the_official_ones_unless_the_others_are_asked_for()
    {
        talk.Enter(Side.Giver, count: 2);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 2);
        Assert.Equal(30, await Figure(""));
        Assert.Equal(20, await Figure("&confirmed=true"));
        Assert.Contains("数字含全部入账的记录", await Get("Office/Giver", "/"), StringComparison.Ordinal);
        talk.Rules(onlyConfirmed: true);
        Assert.Equal(20, await Figure(""));
        Assert.Equal(30, await Figure("&confirmed=false"));
        var start = await Get("Office/Giver", "/");
        Assert.Contains("数字只算双方都已确认的记录", start, StringComparison.Ordinal);
        var others = WebUtility.HtmlDecode(Regex.Match(start, "href=\"([^\"]*confirmed=false[^\"]*)\"").Groups[1].Value);
        Assert.Contains("数字含全部入账的记录", await Get("Office/Giver", others), StringComparison.Ordinal);
        Assert.Matches("<span class=\"num\">20</span>", await Get("Office/Giver", "/indicators/talent.study_tour_pupils"));
        Assert.Matches("<span class=\"num\">30</span>", await Get("Office/Giver", "/indicators/talent.study_tour_pupils?confirmed=false"));
    }

    [Fact]
    public async Task The_api_says_one_word_and_many_for_the_accounts_own_side()
    {
        talk.Enter(Side.Giver, count: 4);
        Assert.Equal(HttpStatusCode.Forbidden, (await Call("Office/Giver", Api + "records/1/confirm", new { version = 1, side = "receiver" })).Status);
        Assert.Equal("already", (await Call("Office/Giver", Api + "records/1/confirm", new { version = 1 })).Answer.GetProperty("outcome").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await Call("Assessor/Receiver", Api + "records/1/confirm", new { version = 1 })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Call("Auditor/Receiver", Api + "records/1/review", new { version = 1 })).Status);
        Assert.Equal(0, talk.Office.Count("word"));

        Assert.Equal("said", (await Call("Office/Receiver", Api + "records/1/confirm", new { version = 1 })).Answer.GetProperty("outcome").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await Call("Office/Receiver", Api + "records/2/confirm", new { version = 7 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Call("Office/Receiver", Api + "records/77/confirm", new { version = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Call("Office/Receiver", Api + "records/2/dispute", new { version = 1, reason = "" })).Status);
        Assert.Equal("said", (await Call("Office/Receiver", Api + "records/2/dispute", new { version = 1, reason = "重复" })).Answer.GetProperty("outcome").GetString());

        var disputes = JsonDocument.Parse(await Get("Office/Giver", "/api/v1/disputes")).RootElement;
        Assert.Equal("重复", Assert.Single(disputes.EnumerateArray()).GetProperty("reason").GetString());
        var seen = JsonDocument.Parse(await Get("Office/Receiver", "/api/v1/waiting")).RootElement.GetProperty("seen").GetString();
        Assert.Equal(HttpStatusCode.BadRequest, (await Call("Office/Receiver", Api + "confirm", new { seen, where = new[] { "没有的列=1" } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Call("Office/Receiver", Api + "confirm", new { seen, where = new[] { "期次=" } })).Status);
        Assert.Equal(0, (await Call("Office/Receiver", Api + "confirm", new { })).Answer.GetProperty("said").GetInt32());
        var many = (await Call("Office/Receiver", Api + "confirm", new { seen })).Answer;
        Assert.Equal((2, 1, 1), (many.GetProperty("said").GetInt32(), many.GetProperty("already").GetInt32(), many.GetProperty("disputed").GetInt32()));
        Assert.Empty(talk.Office.Verify().Faults);
        Assert.Empty(new Jiedui.Access.Auditing.AuditLog(talk.Office.Database).Check().Faults);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        talk.Dispose();
    }

    /// <summary>Opens the record as the actor (or takes the page that is given), sends its form, and reads the page that follows.</summary>
    private async Task<string> Send(string actor, string record, string verdict, IReadOnlyList<(string, string)>? fields = null, string? opened = null)
    {
        opened ??= await Get(actor, record);
        using var answer = await Post(actor, $"{record}/{verdict}", Fields(opened, fields ?? [("version", Version().Match(opened).Groups[1].Value)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Get(actor, answer.Headers.Location!.ToString());
    }

    /// <summary>Sends the form of a page whose address holds this, as it stands there.</summary>
    private async Task<string> Submit(string actor, string page, string holds)
    {
        var address = WebUtility.HtmlDecode(Regex.Matches(page, "action=\"([^\"]*)\"").Select(match => match.Groups[1].Value).First(action => action.Contains(holds, StringComparison.Ordinal)));
        using var answer = await Post(actor, address, Fields(page, [("seen", Regex.Match(page, "name=\"seen\" value=\"([^\"]*)\"").Groups[1].Value)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Get(actor, answer.Headers.Location!.ToString());
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string page, IReadOnlyList<(string Name, string Value)> fields) =>
        [new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    private async Task<HttpResponseMessage> Post(string actor, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        return await (await As(actor)).PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Call(string actor, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Jiedui", "1");
        using var answer = await (await As(actor)).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    private async Task<string> Get(string actor, string address)
    {
        using var answer = await (await As(actor)).GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A client that somebody of this role and side has signed in with: Office/Receiver.</summary>
    private async Task<HttpClient> As(string actor)
    {
        if (clients.TryGetValue(actor, out var known))
            return known;
        var side = Enum.TryParse<Side>(actor.Split('/')[1], out var own) ? own : (Side?)null;
        var (name, password) = TestAccounts.Add(talk.Office.Database, Enum.Parse<Role>(actor.Split('/')[0]), binding => binding with { Side = side });
        names[actor] = name;
        clients[actor] = known = SigningIn.Client(app!.Urls.Single());
        await SigningIn.WithPassword(known, name, password);
        return known;
    }

    private async Task<decimal> Figure(string more) =>
        JsonDocument.Parse(await Get("Office/Giver", "/api/v1/figures?code=talent.study_tour_pupils" + more)).RootElement[0].GetProperty("value").GetDecimal();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();
}
