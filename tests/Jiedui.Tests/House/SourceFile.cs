using System.Text;
using System.Text.RegularExpressions;

namespace Jiedui.Tests.House;

/// <summary>One source file, as far as names go: its namespace, the types it declares, and the names it uses.</summary>
public sealed partial class SourceFile
{
    public SourceFile(string path, string text)
    {
        Path = path;
        Code = WithoutComments(text);
        Namespace = NamespaceLine().Match(Code) is { Success: true } match ? match.Groups[1].Value : OfFolder(path);
        Types = [.. TypeName().Matches(Code).Select(type => type.Groups[1].Value)];
        if (path.EndsWith(".razor", StringComparison.Ordinal))
            Types.Add(System.IO.Path.GetFileNameWithoutExtension(path));
        Names = [.. Name().Matches(Code).Select(name => name.Value)];
    }

    /// <summary>Below src, with forward slashes.</summary>
    public string Path { get; }

    public string Code { get; }

    public string Namespace { get; }

    public HashSet<string> Types { get; }

    /// <summary>Names with the dots between them, from where they begin: Jiedui.Flow.Intake, or text.Length.</summary>
    public HashSet<string> Names { get; }

    public static IEnumerable<SourceFile> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Path: System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal) && !file.Path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(file => new SourceFile(file.Path, File.ReadAllText(file.Full)));

    /// <summary>Pages and top-level statements name no namespace: their folder does.</summary>
    private static string OfFolder(string path) => System.IO.Path.GetDirectoryName(path)!.Replace('/', '.').Replace('\\', '.');

    /// <summary>Text in quotes stays: an interpolated one holds code.</summary>
    private static string WithoutComments(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (Match piece in Piece().Matches(text))
            code.Append(piece.Value.StartsWith("//", StringComparison.Ordinal) || piece.Value.StartsWith("/*", StringComparison.Ordinal) || piece.Value.StartsWith("@*", StringComparison.Ordinal) ? " " : piece.Value);
        return code.ToString();
    }

    [GeneratedRegex(@"^\s*(?:@)?namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(?:class|record\s+struct|record\s+class|record|struct|interface|enum|delegate\s+[\w<>?,\[\]]+)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*")]
    private static partial Regex Name();

    [GeneratedRegex("(\"{3,})[\\s\\S]*?\\1|@?\\$?@?\"(?:\\\\.|\"\"|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/|@\\*[\\s\\S]*?\\*@|[\\s\\S]")]
    private static partial Regex Piece();
}
