using System.Reflection;
using System.Text.Json;
using Jiedui.Storage;

namespace Jiedui.Keeping;

/// <summary>What a backup holds, written into it: by this it is checked before anything of it is used.</summary>
/// <param name="Format">Of the backup file itself; a newer one is refused.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Program">The version of the program that wrote it.</param>
/// <param name="BooksSchema">The version of the books' schema.</param>
/// <param name="AccessSchema">The version of the schema of accounts and audit log.</param>
/// <param name="Suite">The algorithms of the installation.</param>
/// <param name="MasterKey">The print of the master key that opens it: tells nothing of the key.</param>
/// <param name="HoldsKey">Whether the master key is inside.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset At, string Program, int BooksSchema, int AccessSchema, string Suite, string MasterKey, bool HoldsKey, IReadOnlyList<BackupEntry> Entries)
{
    public const int PresentFormat = 1;

    /// <summary>Its own name in the file.</summary>
    public const string Name = "manifest.json";

    /// <summary>The name of the master key in a sealed file.</summary>
    public const string KeyName = "master.key";

    /// <summary>The folder of evidence, in the data folder and in the file.</summary>
    public const string EvidenceFolder = "evidence";

    public static string PresentProgram { get; } =
        typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static BackupManifest? Read(Stream from) => JsonSerializer.Deserialize<BackupManifest>(from, Json.Manifest);

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json.Manifest);

    /// <summary>Whether a name may stand in a backup: the two databases, the key, and what lies in the folder of evidence, and nothing that leads out of it.</summary>
    public static bool MayHold(string name) =>
        name is Database.BooksFile or Database.AccessFile or KeyName
        || name.StartsWith(EvidenceFolder + "/", StringComparison.Ordinal) && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part.All(IsPlain));

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}

/// <summary>One file inside, with its length and SHA-256.</summary>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);
