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
    private (Subject Subject, NumberedSubject Numbered)? last;

    internal Drafting(LedgerType ledger, Codes codes, KeyedHash prints)
    {
        (this.ledger, this.prints) = (ledger, prints);
        rules = [.. ledger.Posts.Select(rule => (rule, codes[rule.Measure.Code]))];
    }

    public Draft[] Of(Row row)
    {
        drafts.Clear();
        var day = DayNumber.Of(ledger.DayOf(row));
        foreach (var (rule, measure) in rules)
        {
            if (rule.AmountOf(row) is not { } amount)
                continue;
            var counted = rule.DayOf is null ? day : DayNumber.Of(rule.DayOf(row));
            if (rule.SubjectOf is { } only)
            {
                Add(only(row));
                continue;
            }
            foreach (var subject in rule.SubjectsOf(row))
                Add(subject);

            void Add(Subject? subject) => drafts.Add(new Draft(measure, rule.Measure.Nature, counted, amount.Low, amount.High, Numbered(subject)));
        }
        return [.. drafts];
    }

    /// <summary>A row's postings are mostly about one subject.</summary>
    private NumberedSubject Numbered(Subject? subject)
    {
        if (subject is null)
            return default;
        if (last is { } same && same.Subject == subject)
            return same.Numbered;
        var numbered = NumberedSubject.Of(subject, prints);
        last = (subject, numbered);
        return numbered;
    }
}
