using System.Text.RegularExpressions;
using Jiedui.Work;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>The English pages: every phrase that a page says has its line in en.tsv, and what frames a page holds no Chinese.</summary>
[Collection(nameof(Site))]
public sealed partial class WordsTests(Site site)
{
    private static readonly string App = Path.Combine(Case.Root, "src", "Jiedui.App");

    private static readonly Lazy<HashSet<string>> English = new(() =>
        [.. File.ReadLines(Path.Combine(App, "Web", "Words", "en.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0])]);

    [Fact]
    public void Every_phrase_of_a_page_has_its_english()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(App, "Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains("node_modules", StringComparison.Ordinal));
        var phrases = sources.SelectMany(file => Asked().Matches(File.ReadAllText(file)).SelectMany(match => Literal().Matches(match.Value)).Select(match => match.Groups[1].Value)).ToList();
        Assert.True(phrases.Count > 150, "The pages ask for their words otherwise now: this test reads T[…] and words[…].");
        Assert.Empty(phrases.Where(phrase => !English.Value.Contains(phrase)).Distinct());
    }

    [Fact]
    public void Every_ledger_and_field_has_its_english_name()
    {
        var names = Article.Catalogue.Fields.SelectMany(field => field.Ledgers.Select(ledger => ledger.Name).Append(field.Name));
        Assert.Empty(names.Where(name => !English.Value.Contains(name)).Distinct());
    }

    [Fact]
    public async Task The_english_shell_holds_no_chinese()
    {
        foreach (var (role, addresses) in Pages.ByRole)
        {
            await using var visit = await site.Visit(1366, "en", role: role);
            await visit.Walk(page => Read(page, addresses.Where(address => !address.StartsWith("/search", StringComparison.Ordinal) && !address.EndsWith("/1", StringComparison.Ordinal))));
        }

        static async Task Read(IPage page, IEnumerable<string> addresses)
        {
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                // The two sides' names and the lines of the audit log are content; "中文" names the other language in itself.
                var words = await page.EvaluateAsync<string>("""
                    [...document.querySelectorAll('.toc, .whoami ul, .whoami button, .topbar-links a:not([hreflang]), .period summary, h1, h2, button, .btn, summary, input[placeholder]')]
                      .filter(e => !e.closest('.start-head, .help-ledger, .audit') && !e.matches('.pair, .whoami > summary')).map(e => e.innerText + (e.placeholder ?? '')).join('\n') + '\n' + document.title
                    """);
                Assert.False(Chinese().IsMatch(words), $"{address}: {string.Join(" / ", words.Split('\n').Where(line => Chinese().IsMatch(line)))}");
            }
        }
    }

    [GeneratedRegex(@"\b(?:T|words)\[[^\]]*\]", RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex("\"([^\"]*\\p{IsCJKUnifiedIdeographs}[^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
