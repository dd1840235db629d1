using System.Security.Cryptography;

namespace Jiedui.Access.Accounts;

/// <summary>Passwords that the program gives out: three groups of four, without characters that are taken for one another.</summary>
public static class TemporaryPassword
{
    private const string Characters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New()
    {
        while (true)
        {
            var password = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Characters, 4)));
            if (PasswordRules.Faults(password, "").Count == 0)
                return password;
        }
    }
}
