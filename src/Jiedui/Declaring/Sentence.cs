using System.Runtime.CompilerServices;
using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>
/// A sentence written with references: <c>Sentence.Of($"组织招聘会等就业活动{Fairs.Count}，提供就业岗位{Fairs.Jobs}。")</c>. Its own text holds no digits. Where a
/// figure it names has no data, the sentence drops out. A figure's format may name its counter and how it is told: <c>{Surveyed:名}</c> 10844名,
/// <c>{Amount:万元}</c> 700万元, <c>{Orders:余万元}</c> 20余万元, <c>{Floor:不低于元}</c> 不低于1800元.
/// </summary>
public sealed class Sentence
{
    private Sentence(IReadOnlyList<SentencePart> parts) => Parts = parts;

    public IReadOnlyList<SentencePart> Parts { get; }

    /// <summary>Set where the sentence is told once for every distinct value of a column.</summary>
    public Repeat? Repeat { get; private init; }

    public static Sentence Of(SentenceText text) => new(text.Parts);

    /// <summary>
    /// Told once for each distinct value of <paramref name="column"/> among the ledger's rows for which <paramref name="when"/> holds, in the order of their
    /// dates. Its figures are asked where that column has that value.
    /// </summary>
    public static Sentence ForEach(LedgerType ledger, Column column, Func<Row, bool> when, SentenceText text) =>
        new(text.Parts) { Repeat = new Repeat(ledger, column, when) };

    /// <summary>The same over all rows that have a value in that column.</summary>
    public static Sentence ForEach(LedgerType ledger, Column column, SentenceText text) => new(text.Parts) { Repeat = new Repeat(ledger, column, null) };
}

/// <summary>Over what a sentence is repeated.</summary>
/// <param name="When">Only for rows for which it holds; null for all.</param>
public sealed record Repeat(LedgerType Ledger, Column Column, Func<Row, bool>? When);

/// <summary>A piece of a sentence: text, a figure, words out of the records or the name of a party.</summary>
public abstract record SentencePart
{
    private protected SentencePart()
    {
    }
}

/// <summary>Fixed words, without digits.</summary>
public sealed record TextPart(string Text) : SentencePart;

/// <summary>A figure by reference.</summary>
public sealed record FigurePart(Indicator Indicator, string Format) : SentencePart;

/// <summary>Words of the rows that a sentence is about: the distinct values of a column, joined as Chinese lists are (甲、乙和丙).</summary>
public sealed record WordsPart(Words Words) : SentencePart;

/// <summary>The distinct values of a column, in the order of the rows' dates; with <paramref name="Quoted"/> each in “”.</summary>
/// <param name="When">Only of rows for which it holds; null for all: then the database is asked for the values alone, and a million rows need not be read.</param>
public sealed record Words(LedgerType Ledger, Column Column, Func<Row, bool>? When, bool Quoted = false)
{
    /// <summary>The two marks around each value, or empty. Marked values stand side by side without 、 (GB/T 15834).</summary>
    public string Marks { get; init; } = Quoted ? "“”" : "";

    public static Words Of(LedgerType ledger, Column column, bool quoted = false) => new(ledger, column, null, quoted);

    /// <summary>Titles of documents, each in 《》.</summary>
    public static Words Titles(LedgerType ledger, Column column) => new(ledger, column, null) { Marks = "《》" };
}

/// <summary>The name of one of the partnership's two regions.</summary>
public sealed record PartyPart(Side Side) : SentencePart;

/// <summary>The two regions, as a sentence names them without knowing which they are: <c>{Party.Giver}</c> 碑林区.</summary>
public static class Party
{
    public static PartyPart Giver { get; } = new(Side.Giver);

    public static PartyPart Receiver { get; } = new(Side.Receiver);
}

/// <summary>Takes an interpolated string apart, so that a reference stays a reference.</summary>
[InterpolatedStringHandler]
public readonly ref struct SentenceText(int literalLength, int formattedCount)
{
    private readonly List<SentencePart> parts = new(formattedCount * 2 + Math.Min(literalLength, 1));

    public IReadOnlyList<SentencePart> Parts => parts;

    public void AppendLiteral(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            throw new DeclarationException($"句子“{text}”自带数字：数字只能引用指标。");
        parts.Add(new TextPart(text));
    }

    public void AppendFormatted(Indicator indicator, string format = "") => parts.Add(new FigurePart(indicator, format));

    public void AppendFormatted(Words words) => parts.Add(new WordsPart(words));

    public void AppendFormatted(PartyPart party) => parts.Add(party);
}
