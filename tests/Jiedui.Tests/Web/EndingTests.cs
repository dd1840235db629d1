using Jiedui.App.Web;
using Jiedui.Tests.Flow.Confirming;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>A program that is ended while it is still starting ends in order.</summary>
public sealed class EndingTests : IDisposable
{
    private readonly Talk talk = new();

    /// <summary>Shared work begins half a second after the pages are up.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(510)]
    [InlineData(520)]
    [InlineData(540)]
    [InlineData(600)]
    public async Task A_program_that_has_just_begun_ends_without_a_fault(int milliseconds)
    {
        var options = new WebOptions { DataFolder = talk.Office.Database.Folder, Urls = "http://127.0.0.1:0" };
        var app = WebHosting.Build(options, talk.Office.Database, Article.Catalogue, TestSignIn.Add);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        Assert.Null(await Record.ExceptionAsync(async () => await app.DisposeAsync()));
    }

    public void Dispose() => talk.Dispose();
}
