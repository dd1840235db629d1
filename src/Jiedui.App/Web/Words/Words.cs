using System.Collections.Frozen;
using System.Globalization;

namespace Jiedui.App.Web.Words;

/// <summary>
/// The pages' words. They stand in the pages in Chinese; another language is a table beside this file (en.tsv), one line a phrase. A phrase that the table
/// lacks stays Chinese, and a test finds it.
/// </summary>
public sealed class Words(IHttpContextAccessor http)
{
    /// <summary>The cookie and the query parameter that name the language.</summary>
    public const string Parameter = "lang";

    private static readonly FrozenDictionary<string, string> English = Load("en.tsv");

    public bool IsEnglish { get; } = Chosen(http.HttpContext) == "en";

    /// <summary>For the page's lang attribute.</summary>
    public string Language => IsEnglish ? "en" : "zh-CN";

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public string this[string chinese] => IsEnglish ? English.GetValueOrDefault(chinese, chinese) : chinese;

    public string this[string chinese, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[chinese], values);

    public static string Chosen(HttpContext? context) =>
        context?.Request.Query[Parameter].FirstOrDefault() ?? context?.Request.Cookies[Parameter] ?? "zh";

    private static FrozenDictionary<string, string> Load(string table)
    {
        using var reader = new StreamReader(typeof(Words).Assembly.GetManifestResourceStream(table)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }
}
