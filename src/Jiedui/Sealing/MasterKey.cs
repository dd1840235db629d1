using System.Diagnostics;
using System.Security.Cryptography;

namespace Jiedui.Sealing;

/// <summary>
/// The key that wraps all others, kept outside the database: in <c>JIEDUI_KEY</c>, printed by the command in <c>JIEDUI_KEY_COMMAND</c>, in the file named by
/// <c>JIEDUI_KEY_FILE</c>, else in a file of this user's own configuration folder. It is 32 bytes, written in base64.
/// </summary>
public sealed class MasterKey
{
    private const int Bytes = 32;

    private const int LongestWaits = 250;

    private readonly byte[] key;

    private MasterKey(byte[] key, string place)
    {
        this.key = key;
        Place = place;
    }

    /// <summary>Where it was found, in words for a person.</summary>
    public string Place { get; }

    /// <summary>The file that this user's key is kept in where nothing else is said.</summary>
    public static string UsualFile => Path.Combine(ConfigurationFolder, "jiedui", "master.key");

    /// <summary>The file that the key is kept in: the one that is named, or the usual one; null where the key comes from elsewhere.</summary>
    public static string? NamedFile =>
        Environment.GetEnvironmentVariable("JIEDUI_KEY") is { Length: > 0 } || Environment.GetEnvironmentVariable("JIEDUI_KEY_COMMAND") is { Length: > 0 } ? null
        : Environment.GetEnvironmentVariable("JIEDUI_KEY_FILE") is { Length: > 0 } named ? named
        : UsualFile;

    /// <summary>Finds the key.</summary>
    /// <param name="mayCreate">Whether a new key may be made: only for a database that has none yet.</param>
    /// <exception cref="KeyMissingException">There is none, or it is no key.</exception>
    public static MasterKey Find(bool mayCreate)
    {
        if (Environment.GetEnvironmentVariable("JIEDUI_KEY") is { Length: > 0 } text)
            return new MasterKey(Parse(text, "环境变量 JIEDUI_KEY"), "环境变量 JIEDUI_KEY");
        if (Environment.GetEnvironmentVariable("JIEDUI_KEY_COMMAND") is { Length: > 0 } command)
            return new MasterKey(Parse(OutputOf(command), "JIEDUI_KEY_COMMAND 的输出"), "命令 JIEDUI_KEY_COMMAND");
        var file = Environment.GetEnvironmentVariable("JIEDUI_KEY_FILE") is { Length: > 0 } named ? named : UsualFile;
        return InFile(file, mayCreate);
    }

    public static MasterKey InFile(string file, bool mayCreate)
    {
        if (!File.Exists(file))
        {
            if (!mayCreate)
                throw new KeyMissingException($"找不到密钥文件 {file}。请把保管的密钥放回原处，或用环境变量 JIEDUI_KEY_FILE 指明它在哪里。没有它，个人信息读不出来。");
            Create(file, NewText());
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new KeyMissingException($"密钥文件 {file} 的权限过宽，只应由本人读写。请运行 chmod 600 {file} 后再试。");
        return new MasterKey(Parse(File.ReadAllText(file), $"文件 {file} "), file);
    }

    /// <summary>A new random key as it is written: base64.</summary>
    public static string NewText() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key as it is written, for a backup under a passphrase.</summary>
    public string Text => Convert.ToBase64String(key);

    /// <summary>By which two copies of a key are known to be one; it tells nothing of the key.</summary>
    public string Print => Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 8, info: "jiedui print of a master key"u8.ToArray()));

    /// <summary>Keeps this key in a file that is not there yet, for its owner alone.</summary>
    /// <exception cref="KeyMissingException">The place cannot be written.</exception>
    public void Keep(string file)
    {
        Create(file, Text);
        if (InFile(file, mayCreate: false).Print != Print)
            throw new KeyMissingException($"密钥文件 {file} 里是另一把密钥。请用环境变量 JIEDUI_KEY_FILE 指明一个新的位置。");
    }

    public static MasterKey FromText(string text) => new(Parse(text, "所给密钥"), "所给密钥");

    /// <summary>Wraps another key.</summary>
    public byte[] Wrap(Suite suite, ReadOnlySpan<byte> other)
    {
        using var cipher = CipherOf(suite);
        var box = new byte[AuthenticatedCipher.BoxBytes(other.Length)];
        cipher.Seal(other, "jiedui"u8, box);
        return box;
    }

    /// <exception cref="SealBrokenException">This is another master key than the one it was wrapped with.</exception>
    public byte[] Unwrap(Suite suite, ReadOnlySpan<byte> box)
    {
        using var cipher = CipherOf(suite);
        return cipher.Open(box, "jiedui"u8);
    }

    private static string ConfigurationFolder
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return folder.Length > 0 ? folder : throw new KeyMissingException("没有用户的配置文件夹可放密钥。请用环境变量 JIEDUI_KEY_FILE 指明密钥文件放在哪里。");
        }
    }

    private AuthenticatedCipher CipherOf(Suite suite) =>
        AuthenticatedCipher.Of(suite, HKDF.DeriveKey(HashAlgorithmName.SHA256, key, AuthenticatedCipher.KeyBytes(suite), info: "jiedui wrapping"u8.ToArray()));

    /// <summary>Makes the key's file, whole or not at all. Of several that start at once, one makes it: the draft's name is the lock.</summary>
    private static void Create(string file, string text)
    {
        var draft = file + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            for (var waits = 0; !File.Exists(file); waits++)
            {
                if (TryDraft(draft, text))
                    Settle(draft, file);
                else if (waits < LongestWaits)
                    Thread.Sleep(20);
                else
                    throw new KeyMissingException($"另一个程序正在新建密钥，或中途停下而留下了 {draft}。请确认没有别的程序在运行，删去这个文件后再试。");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyMissingException($"不能在 {file} 新建密钥。请用环境变量 JIEDUI_KEY_FILE 指明一个可写的位置。");
        }
    }

    private static bool TryDraft(string draft, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var writer = new StreamWriter(draft, options);
            writer.WriteLine(text);
            return true;
        }
        catch (IOException fault) when (fault is not DirectoryNotFoundException)
        {
            // Another has it, or had it until this moment.
            return false;
        }
    }

    // Another may have finished between the look and the draft; its key is as good.
    private static void Settle(string draft, string file)
    {
        if (File.Exists(file))
            File.Delete(draft);
        else
            File.Move(draft, file);
    }

    private static byte[] Parse(string text, string place)
    {
        var bytes = new byte[Bytes];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Bytes
            ? bytes
            : throw new KeyMissingException($"{place}中没有密钥：应是 32 个字节的 base64 文字（44 个字符）。");
    }

    private static string OutputOf(string command)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", ["/c", command]) { RedirectStandardOutput = true }
            : new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new KeyMissingException($"取密钥的命令失败（退出码 {process.ExitCode}）。请检查 JIEDUI_KEY_COMMAND。");
    }
}
