using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.App.Web;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Flow.Confirming;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Web;

/// <summary>Pages are told from what is remembered, and nobody can tell.</summary>
public sealed partial class KnownAnswersTests : IAsyncLifetime
{
    private const string Tour = "/ledgers/talent.study_tours/1?";
    private const string Indicator = "/indicators/talent.study_tour_pupils?p=1";

    private readonly Talk talk = new();
    private WebApplication? app;
    private HttpClient? client;

    public async ValueTask InitializeAsync()
    {
        TestAccounts.Add(talk.Office.Database, Role.SecurityAdministrator);
        var options = new WebOptions { DataFolder = talk.Office.Database.Folder, Urls = "http://127.0.0.1:0" };
        app = WebHosting.Build(options, talk.Office.Database, Article.Catalogue, TestSignIn.Add);
        await app.StartAsync();
        client = GuardedSite.ClientOf(app);
    }

    [Fact]
    public async Task A_page_tells_at_once_what_was_entered_corrected_confirmed_and_withdrawn()
    {
        Assert.Equal("0", await Number(Indicator));
        talk.Enter(Side.Giver);
        Assert.Equal(("10", "0%"), (await Number(Indicator), await Confirmed(Indicator)));
        Assert.Equal("0", await Number(Indicator + "&confirmed=true"));
        Assert.Contains(Tour, await Read("/?p=1"), StringComparison.Ordinal);
        talk.Enter(Side.Giver, pupils: 11);
        Assert.Equal("11", await Number(Indicator));
        Assert.Contains(">11<", await Read("/fields/talent?p=1"), StringComparison.Ordinal);
        Assert.Equal(Reply.Said, talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm));
        Assert.Equal(("11", "100%"), (await Number(Indicator + "&confirmed=true"), await Confirmed(Indicator)));
        new Importer(talk.Office.Database, Article.Catalogue).Withdraw(Talk.Tours, new Reach(talk.Office.Partnership), 1, "误报", "测试");
        Assert.Equal("0", await Number(Indicator));
        Assert.Equal("0", await Number(Indicator + "&confirmed=true"));
        Assert.DoesNotContain(Tour, await Read("/?p=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reaches_less_far_is_never_told_what_was_told_to_another()
    {
        var office = new Actor("办公室", Role.Office, talk.Office.Partnership, Side.Receiver);
        var clerk = new Actor("棣花镇", Role.Clerk, talk.Office.Partnership, Side.Receiver, talk.Office.Unit("棣花镇").Id);
        // The tours name no unit, so that nobody whose eyes reach to one alone sees them.
        talk.Enter(Side.Giver);
        foreach (var one in (Actor[])[clerk, office, clerk])
        {
            var (number, isSeen) = one == office ? ("10", true) : ("0", false);
            Assert.Equal(number, await Number(Indicator, one));
            Assert.Equal(isSeen, (await Read("/?p=1", one)).Contains(Tour, StringComparison.Ordinal));
            Assert.Equal(isSeen, (await Read("/fields/talent?p=1", one)).Contains("1 条", StringComparison.Ordinal));
        }
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        talk.Dispose();
    }

    private async Task<string> Number(string page, Actor? actor = null) => KeyNumber().Match(await Read(page, actor)).Groups[1].Value;

    private async Task<string> Confirmed(string page) => ConfirmedShare().Match(await Read(page)).Groups[1].Value;

    private async Task<string> Read(string page, Actor? actor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (actor is not null)
            request.Headers.Add(TestSignIn.Header, TestSignIn.Of(actor));
        using var answer = await client!.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""key-number"><span class="num">([^<]*)<""")]
    private static partial Regex KeyNumber();

    [GeneratedRegex("双方确认 ([0-9]+%)")]
    private static partial Regex ConfirmedShare();
}
