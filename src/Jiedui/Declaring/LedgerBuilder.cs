using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>The little language in which a ledger is declared, once, in one file. See docs/reference/declaring.md.</summary>
public sealed class LedgerBuilder(string code, string name, string oneRow)
{
    private readonly LedgerType ledger = new(code, name, oneRow);
    private readonly List<Column> columns = [];
    private readonly List<IReadOnlyList<Column>> keys = [];
    private readonly List<Column> unique = [];
    private readonly List<IReadOnlyList<Column>> oneOf = [];
    private readonly List<Check> checks = [];
    private readonly List<PostingRule> posts = [];
    private IReadOnlyList<DateColumn>? datedBy;

    public TextColumn Text(string name) => Add(new TextColumn(ColumnKind.Text, name));

    public ListColumn List(string name) => Add(new ListColumn(name));

    public DateColumn Date(string name) => Add(new DateColumn(ColumnKind.Date, name));

    public DateColumn Month(string name) => Add(new DateColumn(ColumnKind.Month, name));

    public DateColumn Year(string name) => Add(new DateColumn(ColumnKind.Year, name));

    public QuantityColumn<T> Count<T>(string name, string? unit = null)
        where T : struct, IDimension => Add(new QuantityColumn<T>(ColumnKind.Count, name, unit ?? T.Symbol));

    public QuantityColumn<T> Decimal<T>(string name, string? unit = null)
        where T : struct, IDimension => Add(new QuantityColumn<T>(ColumnKind.Decimal, name, unit ?? T.Symbol));

    /// <param name="name">The column's name.</param>
    /// <param name="unit">元, or a price such as 元/亩 or 元/月.</param>
    public QuantityColumn<Money> Money(string name, string unit = "元") => Add(new QuantityColumn<Money>(ColumnKind.Money, name, unit));

    public QuantityColumn<Percent> Percent(string name) => Add(new QuantityColumn<Percent>(ColumnKind.Percent, name, "%"));

    public ChoiceColumn Choice(string name, params string[] options) => Add(new ChoiceColumn(name, options, isOpen: false));

    /// <summary>A choice whose list is a suggestion: other words are taken too.</summary>
    public ChoiceColumn OpenChoice(string name, params string[] options) => Add(new ChoiceColumn(name, options, isOpen: true));

    public UnitColumn Unit(string name) => Add(new UnitColumn(ColumnKind.Unit, name));

    public UnitColumn Organisation(string name) => Add(new UnitColumn(ColumnKind.Organisation, name));

    public TextColumn IdNumber(string name) => Add(new TextColumn(ColumnKind.IdNumber, name)).Personal();

    public TextColumn Phone(string name) => Add(new TextColumn(ColumnKind.Phone, name)).Personal();

    public TextColumn Uscc(string name) => Add(new TextColumn(ColumnKind.Uscc, name));

    public FlagColumn Flag(string name) => Add(new FlagColumn(name));

    /// <summary>The natural key; called again for the next alternative.</summary>
    public LedgerBuilder Key(params Column[] key)
    {
        keys.Add(key);
        return this;
    }

    public LedgerBuilder Unique(Column column)
    {
        unique.Add(column);
        return this;
    }

    /// <summary>At least one of these must be filled.</summary>
    public LedgerBuilder RequiresOneOf(params Column[] group)
    {
        oneOf.Add(group);
        return this;
    }

    /// <summary>The date basis, where it is not the first date column: the first of these that is filled.</summary>
    public LedgerBuilder DatedBy(params DateColumn[] basis)
    {
        datedBy = basis;
        return this;
    }

    public LedgerBuilder Registers(UnitRegistration registration)
    {
        ledger.Registers = registration;
        return this;
    }

    public LedgerBuilder Founds(PartnershipFounding founding)
    {
        ledger.Founds = founding;
        return this;
    }

    /// <summary>A check that warns. <see cref="Check"/> tells what each part is.</summary>
    public LedgerBuilder Warns(string code, string message, string remedy, Func<Row, bool> holds, params (Column Column, string Cell)[] brokenBy) =>
        Checks(Severity.Warns, code, message, remedy, holds, brokenBy);

    /// <summary>A check that keeps the row out: only for what cannot be stored truthfully.</summary>
    public LedgerBuilder Blocks(string code, string message, string remedy, Func<Row, bool> holds, params (Column Column, string Cell)[] brokenBy) =>
        Checks(Severity.Blocks, code, message, remedy, holds, brokenBy);

    /// <summary>
    /// Each row stands in a stock from one date to another, both included: one is added on the first and taken off on the day after the last; without a last
    /// date it stands on. A row that ends before it begins never stands.
    /// </summary>
    public LedgerBuilder Stands<T>(Measure<T> stock, Func<Row, Subject?> subject, DateColumn from, DateColumn to)
        where T : struct, IDimension
    {
        DateOnly? End(Row row) => to.DayAfter(row) is { } end && from.DayOf(row) is { } start ? (end < start ? start : end) : null;
        PostsOne(stock).About(subject).On(from.DayOf, from.Name);
        Posts(stock, _ => -Quantity<T>.One).About(subject).On(End, $"{to.Name}次日");
        return this;
    }

    /// <summary>Each row posts one to this measure.</summary>
    public PostingRule<T> PostsOne<T>(Measure<T> measure)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, _ => Quantity<T>.One));

    /// <summary>Each row posts what a column says.</summary>
    public PostingRule<T> Posts<T>(Measure<T> measure, QuantityColumn<T> column)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, column.Of)).From(column);

    /// <summary>Each row takes away what a column says: what left a balance.</summary>
    public PostingRule<T> Deducts<T>(Measure<T> measure, QuantityColumn<T> column)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, row => -column.Of(row))).From(column);

    /// <summary>Each row posts what is reckoned from it.</summary>
    public PostingRule<T> Posts<T>(Measure<T> measure, Func<Row, Quantity<T>?> amount)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, amount));

    /// <summary>Each row names one subject, which is counted once however often it is named.</summary>
    public PostingRule<T> Counts<T>(Measure<T> measure, Func<Row, Subject?> subject)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, _ => Quantity<T>.One)).OnlyAbout(subject);

    /// <summary>Each row names any number of subjects, each of which is counted once however often it is named.</summary>
    public PostingRule<T> CountsEach<T>(Measure<T> measure, Func<Row, IEnumerable<Subject>> subjects)
        where T : struct, IDimension => Add(new PostingRule<T>(measure, _ => Quantity<T>.One)).AboutEach(subjects);

    /// <summary>Ends the declaration, and refuses one that is not sound.</summary>
    public LedgerType Done()
    {
        AddCommonColumns();
        ledger.Columns = [.. columns];
        ledger.Keys = [.. keys];
        ledger.Unique = unique;
        ledger.OneOf = [.. oneOf];
        ledger.DatedBy = [.. datedBy ?? columns.OfType<DateColumn>().Take(1)];
        ledger.Checks = [.. checks];
        ledger.Posts = posts;
        LedgerSoundness.Demand(ledger);
        return ledger;
    }

    /// <summary>What every ledger carries (catalogue).</summary>
    private void AddCommonColumns()
    {
        if (columns.TrueForAll(column => column.Name != "经办人"))
            Text("经办人").Personal();
        if (columns.TrueForAll(column => column.Name != "备注"))
            Text("备注");
        List("佐证材料").Also("佐证", "附件").Hinted("佐证文件的名称，多个用顿号隔开");
        Flag("帮扶方确认").Hinted("帮扶方是否已确认");
        Flag("受帮扶方确认").Hinted("受帮扶方是否已确认");
    }

    private LedgerBuilder Checks(
        Severity severity, string code, string message, string remedy, Func<Row, bool> holds, (Column Column, string Cell)[] brokenBy)
    {
        checks.Add(new Check(
            code, severity, message, remedy, [.. brokenBy.Select(cell => cell.Column)], holds, brokenBy.ToDictionary(cell => cell.Column, cell => cell.Cell)));
        return this;
    }

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : Column
    {
        column.Index = columns.Count;
        columns.Add(column);
        return column;
    }

    private PostingRule<T> Add<T>(PostingRule<T> rule)
        where T : struct, IDimension
    {
        posts.Add(rule);
        return rule;
    }
}
