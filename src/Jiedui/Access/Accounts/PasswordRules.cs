namespace Jiedui.Access.Accounts;

/// <summary>What a password must be.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;

    /// <summary>Longer ones only cost the time to hash them.</summary>
    public const int Longest = 128;

    /// <summary>What people take when a rule like this one asks for three kinds of characters.</summary>
    private static readonly string[] Commonest =
    [
        "admin@1234", "admin@12345", "admin@123456", "admin123456", "admin12345!", "a123456789", "a1234567890", "abc123456!", "abc@123456", "abcd1234!@", "abcd@12345", "aa123456789", "aa123456!!",
        "aa123456..", "asdf1234!@", "huawei@123", "iloveyou123", "p@ssw0rd123", "p@ssword123", "passw0rd!!", "passw0rd123", "password1!", "password12", "password123", "password123!", "password@1", "password@123",
        "q1w2e3r4t5", "qwe123!@#asd", "qwer1234!@", "qwer@1234", "qwert12345", "qwerty123!", "qwerty12345", "qwerty123456", "root@123456", "test@123456", "welcome123", "welcome@123", "zaq12wsxcde3", "zxcvbnm123",
        "1q2w3e4r5t", "1qaz2wsx3edc", "1qaz@wsx3edc", "1qaz!qaz2wsx", "!qaz2wsx3edc",
    ];

    /// <summary>What is wrong with it, one Chinese sentence each; nothing where it will do.</summary>
    public static IReadOnlyList<string> Faults(string password, string accountName)
    {
        var faults = new List<string>();
        if (password.Length < Shortest)
            faults.Add("密码至少要 10 个字符。");
        if (password.Length > Longest)
            faults.Add("密码不能超过 128 个字符。");
        if (Kinds(password) < 3)
            faults.Add("密码要有大写字母、小写字母、数字、其他符号中的至少三种。");
        if (accountName.Length > 0 && password.Contains(accountName, StringComparison.OrdinalIgnoreCase))
            faults.Add("密码里不能有账号名。");
        if (Commonest.Contains(password.ToLowerInvariant()))
            faults.Add("这个密码太常见，容易被猜到。请换一个。");
        return faults;
    }

    private static int Kinds(string password) =>
        new Func<char, bool>[] { char.IsUpper, char.IsLower, char.IsDigit, character => !char.IsUpper(character) && !char.IsLower(character) && !char.IsDigit(character) }
            .Count(password.Any);
}
