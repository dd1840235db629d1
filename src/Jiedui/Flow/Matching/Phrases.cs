namespace Jiedui.Flow.Matching;

/// <summary>The different texts of some cells, each kept once under a number: a million people use a few thousand.</summary>
internal sealed class Phrases(IReadOnlyList<string> fillers)
{
    public const int None = -1;

    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> texts = [];
    private readonly List<IReadOnlyList<string>> terms = [];

    public int Count => texts.Count;

    public int NumberOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;
        if (numbers.TryGetValue(text, out var known))
            return known;
        texts.Add(text);
        terms.Add(FoldedText.Terms(text, fillers));
        return numbers[text] = texts.Count - 1;
    }

    public string TextOf(int phrase) => texts[phrase];

    public IReadOnlyList<string> TermsOf(int phrase) => terms[phrase];
}
