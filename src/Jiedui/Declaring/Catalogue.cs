namespace Jiedui.Declaring;

/// <summary>All that is declared, in the article's order: what Flow is given, so that it knows no field by name.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, LedgerType> ledgers;
    private readonly Dictionary<string, Indicator> indicators;
    private readonly Dictionary<string, Measure> measures;
    private readonly ILookup<Measure, LedgerType> feeding;

    /// <exception cref="DeclarationException">Two ledgers, measures or indicators share a code, or a measure feeds no indicator.</exception>
    public Catalogue(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        Ledgers = [.. fields.SelectMany(field => field.Ledgers)];
        Indicators = [.. fields.SelectMany(field => field.Indicators)];
        Measures = [.. Ledgers.SelectMany(ledger => ledger.Measures).Distinct()];
        ledgers = ByCode(Ledgers, ledger => ledger.Code);
        indicators = ByCode(Indicators, indicator => indicator.Code);
        measures = ByCode(Measures, measure => measure.Code);
        feeding = Ledgers.SelectMany(ledger => ledger.Measures, (ledger, measure) => (ledger, measure)).ToLookup(pair => pair.measure, pair => pair.ledger);
        var fed = Indicators.SelectMany(indicator => indicator.Formula.Measures).ToHashSet();
        if (Measures.FirstOrDefault(measure => !fed.Contains(measure)) is { } idle)
            throw new DeclarationException($"科目 {idle.Code} 没有进入任何指标。");
        if (fed.FirstOrDefault(measure => !Measures.Contains(measure)) is { } empty)
            throw new DeclarationException($"科目 {empty.Code} 没有台账入账。");
    }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<LedgerType> Ledgers { get; }

    public IReadOnlyList<Measure> Measures { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The first field's matching; null where none has one.</summary>
    public MatchingType? Matching => Fields.Select(one => one.Matching).FirstOrDefault(matching => matching is not null);

    public LedgerType? Ledger(string code) => ledgers.GetValueOrDefault(code);

    public Indicator? Indicator(string code) => indicators.GetValueOrDefault(code);

    public Measure? Measure(string code) => measures.GetValueOrDefault(code);

    /// <summary>Whether everything else hangs on a ledger: partnerships, units, households.</summary>
    public bool IsRegistry(LedgerType ledger) => Fields.Any(field => field.Group == FieldGroup.Registry && field.Ledgers.Contains(ledger));

    /// <summary>The ledgers whose rows post to a measure.</summary>
    public IEnumerable<LedgerType> Feeding(Measure measure) => feeding[measure];

    /// <summary>Whether a record posts one amount to a measure several times: about one subject, by each of its names.</summary>
    public bool IsByNames(Measure measure) => Feeding(measure).Any(ledger => ledger.Posts.Any(rule => rule.Measure == measure && rule.IsByNames));

    private static Dictionary<string, T> ByCode<T>(IEnumerable<T> all, Func<T, string> code)
        where T : notnull
    {
        var byCode = new Dictionary<string, T>();
        foreach (var one in all)
        {
            if (!byCode.TryAdd(code(one), one))
                throw new DeclarationException($"代码 {code(one)} 声明了两次。");
        }
        return byCode;
    }
}
