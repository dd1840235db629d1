using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>Who is asking: the sign-in, its cookie, and tokens for programs.</summary>
internal static class AccountServices
{
    /// <summary>The cookie, or for a program the token.</summary>
    private const string Either = "jiedui";

    public static void AddAccounts(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<OutsideLogins>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<SessionCookie>();
        services.AddScoped<SignInDesk>();
        AddIdentity(services);
        AddSchemes(services, options);
        // Whatever names no act of its own is at least for those who are signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                // Our own rules (PasswordCheck) stand in place of these.
                identity.Password = new PasswordOptions { RequiredLength = 1, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
                identity.User.AllowedUserNameCharacters = "";
                identity.Tokens.AuthenticatorIssuer = "结对 Jiedui";
            })
            .AddSignInManager<GuardedSignIn>()
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordCheck>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(Passwords.Configure);
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required"));
    }

    private static void AddSchemes(IServiceCollection services, WebOptions options)
    {
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context => TokenScheme.IsMeant(context.Request) ? TokenScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Harden(cookie, SessionCookie.Name);
                cookie.EventsType = typeof(SessionCookie);
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = ReturnAddress.Parameter;
                cookie.ExpireTimeSpan = Session.LongestLife;
                cookie.SlidingExpiration = false;
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                Harden(cookie, "jiedui.second");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddCookie(IdentityConstants.ExternalScheme, cookie =>
            {
                Harden(cookie, "jiedui.outside");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, cookie => Harden(cookie, "jiedui.remember"));
        if (options.Outside is { } outside)
            authentication.AddOutside(outside);
    }

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
