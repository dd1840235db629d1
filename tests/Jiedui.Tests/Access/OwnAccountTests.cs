using Jiedui.Access;

namespace Jiedui.Tests.Access;

/// <summary>Somebody whose account was removed while signed in is led to the sign-in, not to a fault.</summary>
public sealed class OwnAccountTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    [Theory]
    [InlineData("/me")]
    [InlineData("/me/password")]
    [InlineData("/me/second-step")]
    [InlineData("/me/tokens/new")]
    public async Task Without_an_account_ones_own_pages_lead_to_the_sign_in(string page)
    {
        foreach (var role in (Role[])[Role.Office, Role.SystemAdministrator])
        {
            var (status, _, answer) = await counties.Get(counties.Of(role), page);
            Assert.Equal((302, "/sign-in"), (status, answer.Headers.Location?.ToString()));
        }
        Assert.Equal(302, (await counties.Post(counties.Of(Role.Office), "/me/tokens/end", "/import", ("id", "1"))).Status);
    }
}
