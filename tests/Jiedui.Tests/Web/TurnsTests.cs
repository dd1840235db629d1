using Jiedui.App.Gate.Limits;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Jiedui.Tests.Web;

/// <summary>Many who ask for pages at once are served one after the other, and nobody is kept waiting by somebody else's slow one.</summary>
public class TurnsTests
{
    private static readonly Endpoint Page = new(null, new EndpointMetadataCollection(new ComponentTypeMetadata(typeof(App.Web.Pages.StartPage))), "page");

    [Fact]
    public async Task Pages_are_made_in_the_order_in_which_they_are_asked_for()
    {
        var turns = new Turns(1);
        var first = new TaskCompletionSource();
        var made = new List<int>();
        var asked = new List<Task> { turns.Take(Asked(Page), _ => first.Task) };
        for (var number = 0; number < 10; number++)
        {
            var own = number;
            asked.Add(turns.Take(Asked(Page), _ =>
            {
                lock (made)
                    made.Add(own);
                return Task.CompletedTask;
            }));
        }
        Assert.Empty(made);
        first.SetResult();
        await Task.WhenAll(asked);
        Assert.Equal(Enumerable.Range(0, 10), made);
    }

    [Fact]
    public async Task A_page_that_does_not_end_holds_nobody_up_for_long()
    {
        var turns = new Turns(1);
        var never = new TaskCompletionSource();
        var slow = turns.Take(Asked(Page), _ => never.Task);
        await turns.Take(Asked(Page), _ => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(slow.IsCompleted);
        never.SetResult();
        await slow;
    }

    [Fact]
    public async Task What_is_no_page_waits_for_none()
    {
        var turns = new Turns(1);
        var never = new TaskCompletionSource();
        var slow = turns.Take(Asked(Page), _ => never.Task);
        var download = turns.Take(Asked(null), _ => Task.CompletedTask);
        var upload = turns.Take(Asked(Page, HttpMethods.Post), _ => Task.CompletedTask);
        Assert.True(download.IsCompletedSuccessfully && upload.IsCompletedSuccessfully);
        never.SetResult();
        await slow;
    }

    [Fact]
    public async Task A_page_that_fails_ends_its_turn()
    {
        var turns = new Turns(1);
        for (var time = 0; time < 3; time++)
            await Assert.ThrowsAsync<IOException>(() => turns.Take(Asked(Page), _ => throw new IOException()));
        var made = turns.Take(Asked(Page), _ => Task.CompletedTask);
        Assert.True(made.IsCompletedSuccessfully);
    }

    private static DefaultHttpContext Asked(Endpoint? endpoint, string method = "GET")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.SetEndpoint(endpoint);
        return context;
    }
}
