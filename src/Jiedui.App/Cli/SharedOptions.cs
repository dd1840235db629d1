using System.CommandLine;

namespace Jiedui.App.Cli;

/// <summary>The options that every command takes.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "数据文件夹（默认 $JIEDUI_DATA，否则 ./data）", HelpName = "DIR", Recursive = true };
    public static readonly Option<string?> Db = new("--db") { Description = "PostgreSQL 连接，如 Host=…;Database=…;Username=…（默认 $JIEDUI_DB，否则用数据文件夹中的内置数据库）", HelpName = "CONNECTION", Recursive = true };
    public static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出", Recursive = true };
    public static readonly Option<string?> Partnership = new("--partnership") { Description = "帮扶关系，如 碑林区—丹凤县（多于一个时必填）", HelpName = "NAME", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "列出更多细节", Recursive = true };

    /// <summary>How the PostgreSQL database is reached; null for the built-in one.</summary>
    public static string? Server(ParseResult parsed) =>
        (parsed.GetValue(Db) ?? Environment.GetEnvironmentVariable("JIEDUI_DB")) is { } connection && !string.IsNullOrWhiteSpace(connection) ? connection : null;

    public static string DataFolder(ParseResult parsed) => parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable("JIEDUI_DATA") ?? "data";
}
