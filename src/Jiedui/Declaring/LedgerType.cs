using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Jiedui.Declaring;

/// <summary>A ledger (台账) as declared: everything that the surfaces need to know of it. Made by <see cref="LedgerBuilder"/>.</summary>
public sealed class LedgerType
{
    private FrozenDictionary<string, Column> byName = FrozenDictionary<string, Column>.Empty;

    internal LedgerType(string code, string name, string oneRow)
    {
        Code = code;
        Name = name;
        OneRow = oneRow;
    }

    /// <summary>field.ledger, e.g. labour.fairs.</summary>
    public string Code { get; }

    public string Name { get; }

    /// <summary>What one row is, e.g. 一场招聘活动.</summary>
    public string OneRow { get; }

    /// <summary>The field's code: labour of labour.fairs.</summary>
    public string Field => Code[..Code.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>In their order. What goes through them for each of a million rows does so without a call for each column.</summary>
    public ImmutableArray<Column> Columns
    {
        get;
        internal set
        {
            field = value;
            byName = value.DistinctBy(column => column.Name).ToFrozenDictionary(column => column.Name);
        }
    } = [];

    /// <summary>The natural keys, tried from the left.</summary>
    public ImmutableArray<IReadOnlyList<Column>> Keys { get; internal set; } = [];

    /// <summary>Columns that, where filled, are unique among the current records.</summary>
    public IReadOnlyList<Column> Unique { get; internal set; } = [];

    /// <summary>Groups of columns of which at least one must be filled.</summary>
    public ImmutableArray<IReadOnlyList<Column>> OneOf { get; internal set; } = [];

    /// <summary>The date basis: the first of these that is filled. None for a ledger without dates, whose postings count in every period.</summary>
    public ImmutableArray<DateColumn> DatedBy { get; internal set; } = [];

    public ImmutableArray<Check> Checks { get; internal set; } = [];

    public IReadOnlyList<PostingRule> Posts { get; internal set; } = [];

    /// <summary>Set where each row registers a unit.</summary>
    public UnitRegistration? Registers { get; internal set; }

    /// <summary>Set where each row founds a partnership.</summary>
    public PartnershipFounding? Founds { get; internal set; }

    public IEnumerable<Measure> Measures => Posts.Select(rule => rule.Measure).Distinct();

    /// <summary>The day on which a row counts by the ledger's date basis; null where it has no dates.</summary>
    public DateOnly? DayOf(Row row)
    {
        foreach (var column in DatedBy)
        {
            if (column.DayOf(row) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>The column of this standard name, or null.</summary>
    public Column? Find(string name) => byName.GetValueOrDefault(name);

    public override string ToString() => Code;
}

/// <summary>Which columns of a row name the unit that it registers.</summary>
public sealed record UnitRegistration(TextColumn Name, ChoiceColumn Kind, TextColumn Code, UnitColumn Parent, ChoiceColumn Side);

/// <summary>Which columns of a row name the partnership that it founds.</summary>
public sealed record PartnershipFounding(UnitColumn Giver, UnitColumn Receiver, DateColumn From, DateColumn To, TextColumn Basis);
