using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Prose;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Reports.Composing;

/// <summary>Turns declared sentences into runs of text. A sentence that lacks a figure or its words is not told.</summary>
public sealed class SentenceWriting(FactRegister facts, RecordWords words, ReportRequest request)
{
    public IReadOnlyList<Run> Write(Sentence sentence)
    {
        if (sentence.Repeat is not { } repeat)
            return Once(sentence, null, "") ?? [];
        return [.. words.Of(repeat.Ledger, repeat.Column, repeat.When).SelectMany(value => Once(sentence, repeat, value) ?? [])];
    }

    public IReadOnlyList<Run> Write(Paragraph paragraph) => [.. paragraph.Sentences.SelectMany(Write)];

    private List<Run>? Once(Sentence sentence, Repeat? repeat, string value)
    {
        var runs = new List<Run>();
        for (var index = 0; index < sentence.Parts.Count; index++)
        {
            var next = index + 1 < sentence.Parts.Count ? sentence.Parts[index + 1] : null;
            if (RunOf(sentence.Parts[index], next, repeat, value) is not { } run)
                return null;
            runs.Add(run);
        }
        facts.Keep(runs);
        return runs;
    }

    private Run? RunOf(SentencePart part, SentencePart? next, Repeat? repeat, string value) => part switch
    {
        TextPart text => new TextRun(text.Text),
        FigurePart figure => FigureOf(figure, repeat is null ? [] : [(repeat.Column.Name, value)]),
        WordsPart listed => WordsOf(listed.Words, next, repeat, value),
        PartyPart party => new WordsRun(party.Side == Side.Giver ? request.Giver : request.Receiver),
        _ => throw new NotSupportedException($"A report does not know how to tell {part.GetType().Name}."),
    };

    private FigureRun? FigureOf(FigurePart part, IReadOnlyList<(string Column, string Value)> where) =>
        facts.Ask(part.Indicator, where) is { } figure ? facts.Tell(figure, FigureProse.Write(figure, part.Format)) : null;

    private WordsRun? WordsOf(Words told, SentencePart? next, Repeat? repeat, string value)
    {
        // Inside a repeated sentence, words of the same ledger are those of the value it is about.
        var items = repeat is null || repeat.Ledger != told.Ledger
            ? words.Of(told.Ledger, told.Column, told.When)
            : repeat.Column == told.Column ? [value]
            : words.Of(told.Ledger, told.Column, row => told.When?.Invoke(row) != false && repeat.When?.Invoke(row) != false && Says(row, repeat.Column, value));
        var goesOn = next is TextPart { Text: var text } && text.StartsWith('等');
        return items.Count == 0 ? null : new WordsRun(ChineseList.Join(items, told.Marks, goesOn));
    }

    private static bool Says(Row row, Column column, string value) => RecordWords.WordsIn(row[column]).Contains(value);
}
