namespace Jiedui.Flow.Matching;

/// <summary>An inverted index of phrases by the pairs of letters of their terms: which of them come near to a text, without comparing it with each.</summary>
internal sealed class PhraseIndex
{
    private readonly List<string> terms = [];
    private readonly List<List<int>> phrasesOf = [];
    private readonly Dictionary<string, List<int>> termsWith = [];

    public PhraseIndex(Phrases phrases)
    {
        var numbers = new Dictionary<string, int>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            foreach (var term in phrases.TermsOf(phrase))
            {
                if (!numbers.TryGetValue(term, out var number))
                    numbers[term] = number = Add(term);
                phrasesOf[number].Add(phrase);
            }
        }
    }

    /// <summary>The phrases that come near to any of some terms, the nearest first, then by number.</summary>
    public PhraseMatch[] Near(IReadOnlyList<string> wanted)
    {
        var best = new Dictionary<int, int>();
        foreach (var one in wanted)
        {
            foreach (var (term, common) in InCommon(one))
            {
                if (FoldedText.Affinity(one, terms[term], common) is not (> 0 and var affinity))
                    continue;
                foreach (var phrase in phrasesOf[term])
                    best[phrase] = Math.Max(best.GetValueOrDefault(phrase), affinity);
            }
        }
        return [.. best.Select(pair => new PhraseMatch(pair.Key, pair.Value)).OrderByDescending(match => match.Affinity).ThenBy(match => match.Phrase)];
    }

    private Dictionary<int, int> InCommon(string term)
    {
        var common = new Dictionary<int, int>();
        foreach (var pair in FoldedText.Pairs(term))
        {
            foreach (var other in termsWith.GetValueOrDefault(pair) ?? [])
                common[other] = common.GetValueOrDefault(other) + 1;
        }
        return common;
    }

    private int Add(string term)
    {
        terms.Add(term);
        phrasesOf.Add([]);
        foreach (var pair in FoldedText.Pairs(term))
        {
            if (!termsWith.TryGetValue(pair, out var with))
                termsWith[pair] = with = [];
            with.Add(terms.Count - 1);
        }
        return terms.Count - 1;
    }
}

/// <param name="Affinity">In hundredths.</param>
internal readonly record struct PhraseMatch(int Phrase, int Affinity);
