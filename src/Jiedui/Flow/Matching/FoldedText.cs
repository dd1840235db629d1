namespace Jiedui.Flow.Matching;

/// <summary>Short texts compared as people mean them: width, case, blanks and punctuation do not count, and what nearly agrees does so by its pairs of letters.</summary>
public static class FoldedText
{
    /// <summary>Of two texts that say the same.</summary>
    public const int Same = 100;

    /// <summary>Where one text holds the other whole.</summary>
    private const int Within = 80;

    /// <summary>Fewer pairs in common than this are chance.</summary>
    private const int Least = 40;

    private const int FullWidth = '！' - '!';

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', '／', '\n', '|', ' ', '\u3000'];

    /// <summary>The terms of a cell (电工、焊工), folded and without the fillers at their ends; none of an empty one.</summary>
    public static IReadOnlyList<string> Terms(string text, params IReadOnlyList<string> fillers)
    {
        var terms = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(term => WithoutFillers(Fold(term), fillers)).Where(term => term.Length > 0);
        return [.. terms.Distinct()];
    }

    public static string Fold(string text) => string.Concat(text.Select(Half).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The pairs of neighbouring letters; of a single letter itself.</summary>
    public static IReadOnlyList<string> Pairs(string folded) =>
        folded.Length < 2 ? folded.Length == 0 ? [] : [folded] : [.. Enumerable.Range(0, folded.Length - 1).Select(at => folded.Substring(at, 2)).Distinct()];

    /// <summary>How far two folded texts agree, in hundredths.</summary>
    /// <param name="common">How many pairs they have in common.</param>
    public static int Affinity(string one, string other, int common)
    {
        if (one == other)
            return Same;
        if (Math.Min(one.Length, other.Length) >= 2 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)))
            return Within;
        var share = 200 * common / (Pairs(one).Count + Pairs(other).Count);
        return share < Least ? 0 : Math.Min(share, Within - 1);
    }

    /// <inheritdoc cref="Affinity(string, string, int)"/>
    public static int Affinity(string one, string other) => Affinity(one, other, Pairs(one).Intersect(Pairs(other)).Count());

    private static string WithoutFillers(string folded, IReadOnlyList<string> fillers)
    {
        // 护工 is not 护: what is left must still be a word.
        var filler = fillers.FirstOrDefault(filler => folded.Length >= filler.Length + 2 && folded.EndsWith(filler, StringComparison.Ordinal));
        return filler is null ? folded : WithoutFillers(folded[..^filler.Length], fillers);
    }

    private static char Half(char letter) => letter is >= '！' and <= '～' ? (char)(letter - FullWidth) : letter;
}
