using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>What one row posts to one measure.</summary>
public abstract class PostingRule(Measure measure)
{
    public Measure Measure { get; } = measure;

    /// <summary>The date basis in words, for the definition; empty means the ledger's own.</summary>
    public string DateBasis { get; private protected set; } = "";

    /// <summary>The amount, or null where this row posts nothing.</summary>
    public abstract Amount? AmountOf(Row row);

    /// <summary>The subjects: the amount is posted once for each of them. Usually one, and null where the amount is about nobody.</summary>
    public Func<Row, IEnumerable<Subject?>> SubjectsOf { get; private protected set; } = _ => [null];

    /// <summary>The only one of them, asked for without a list; null where a row may post to several.</summary>
    public Func<Row, Subject?>? SubjectOf { get; private protected set; } = _ => null;

    /// <summary>Whether a row that names no subject posts nothing by it.</summary>
    public bool NeedsSubject { get; private protected set; }

    /// <summary>Whether a row posts at most once by it.</summary>
    public bool PostsOnce { get; private protected set; } = true;

    /// <summary>Whether the subjects are the names of one: the amount that is posted about each of them is one amount.</summary>
    public bool IsByNames { get; private protected set; }

    /// <summary>The day on which it counts, or null for the ledger's date basis.</summary>
    public Func<Row, DateOnly?>? DayOf { get; private protected set; }

    /// <summary>The column that gives the amount, for the trace to point at; null where it is the row itself.</summary>
    public Column? Source { get; private protected set; }
}

public sealed class PostingRule<T>(Measure<T> measure, Func<Row, Quantity<T>?> amount) : PostingRule(measure)
    where T : struct, IDimension
{
    private readonly List<Func<Row, bool>> conditions = [];

    public override Amount? AmountOf(Row row)
    {
        foreach (var condition in conditions)
        {
            if (!condition(row))
                return null;
        }
        return amount(row)?.Amount;
    }

    /// <summary>Posts only where this holds; several conditions must all hold.</summary>
    public PostingRule<T> When(Func<Row, bool> condition)
    {
        conditions.Add(condition);
        return this;
    }

    /// <summary>Counts on another day than the ledger's date basis; a row without that day posts nothing.</summary>
    /// <param name="basis">The same in words, for the written definition.</param>
    public PostingRule<T> On(Func<Row, DateOnly?> day, string basis)
    {
        DayOf = day;
        DateBasis = basis;
        return When(row => day(row) is not null);
    }

    public PostingRule<T> About(Func<Row, Subject?> subject)
    {
        SubjectsOf = row => [subject(row)];
        SubjectOf = subject;
        return this;
    }

    /// <summary>The same, and nothing where the row names none.</summary>
    public PostingRule<T> OnlyAbout(Func<Row, Subject?> subject)
    {
        SubjectsOf = row => subject(row) is { } named ? [named] : [];
        SubjectOf = subject;
        NeedsSubject = true;
        return this;
    }

    /// <summary>Posts the amount to each of a row's subjects, however often the row names it.</summary>
    public PostingRule<T> AboutEach(Func<Row, IEnumerable<Subject>> subjects)
    {
        SubjectsOf = row => subjects(row).Distinct();
        SubjectOf = null;
        PostsOnce = false;
        return this;
    }

    /// <summary>Posts the amount about one subject, by each name that it has: whoever asks for it by any of them finds all of it.</summary>
    public PostingRule<T> AboutOne(Func<Row, IEnumerable<Subject>> names)
    {
        IsByNames = true;
        return AboutEach(names);
    }

    internal PostingRule<T> From(Column? column)
    {
        Source = column;
        return this;
    }
}
