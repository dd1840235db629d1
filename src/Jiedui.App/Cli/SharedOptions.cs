using System.CommandLine;

namespace Jiedui.App.Cli;

/// <summary>The options that every command takes.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "数据文件夹（默认 $JIEDUI_DATA，否则 ./data）", HelpName = "DIR", Recursive = true };
    public static readonly Option<string?> Db = new("--db") { Description = "PostgreSQL 连接（尚未支持）", HelpName = "CONNECTION", Recursive = true };
    public static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出", Recursive = true };
    public static readonly Option<string?> Partnership = new("--partnership") { Description = "帮扶关系，如 碑林区—丹凤县（多于一个时必填）", HelpName = "NAME", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "列出更多细节", Recursive = true };

    public static string DataFolder(ParseResult parsed) => parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable("JIEDUI_DATA") ?? "data";
}
