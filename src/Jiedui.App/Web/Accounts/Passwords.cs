using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jiedui.App.Web.Accounts;

/// <summary>How passwords are hashed, for the pages and for the command line: PBKDF2 with HMAC-SHA-512, as often as OWASP asks.</summary>
public static class Passwords
{
    private const int Rounds = 210_000;

    public static string Hash(Account account, string password)
    {
        var options = new PasswordHasherOptions();
        Configure(options);
        return new PasswordHasher<Account>(Options.Create(options)).HashPassword(account, password);
    }

    internal static void Configure(PasswordHasherOptions options) => options.IterationCount = Rounds;
}
