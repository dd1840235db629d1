using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>Reckons what rows of one ledger post, by its rules. For one thread at a time, which need not be the one that writes.</summary>
public sealed class Drafting
{
    private readonly LedgerType ledger;
    private readonly KeyedHash prints;
    private readonly (PostingRule Rule, long Measure)[] rules;
    private readonly List<Draft> drafts = [];

    internal Drafting(LedgerType ledger, Codes codes, KeyedHash prints)
    {
        (this.ledger, this.prints) = (ledger, prints);
        rules = [.. ledger.Posts.Select(rule => (rule, codes[rule.Measure.Code]))];
    }

    public Draft[] Of(Row row)
    {
        drafts.Clear();
        (Func<Row, Subject?>? Asked, NumberedSubject Numbered) last = default;
        var day = DayNumber.Of(ledger.DayOf(row));
        foreach (var (rule, measure) in rules)
        {
            if (rule.AmountOf(row) is not { } amount)
                continue;
            var counted = rule.DayOf is null ? day : DayNumber.Of(rule.DayOf(row));
            if (rule.SubjectOf is not { } only)
            {
                foreach (var subject in rule.SubjectsOf(row))
                    Add(NumberedSubject.Of(subject, prints));
                continue;
            }
            // A row's postings are mostly about one subject, and ask for it by one function.
            if (last.Asked != only)
                last = (only, NumberedSubject.Of(only(row), prints));
            if (!rule.NeedsSubject || last.Numbered.Number != Posting.NoSubject)
                Add(last.Numbered);

            void Add(in NumberedSubject subject) => drafts.Add(new Draft(measure, rule.Measure.Nature, counted, amount.Low, amount.High, subject));
        }
        return [.. drafts];
    }
}
