namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes a field's values record by record.</summary>
internal sealed class ColumnLoading(IndexedField of, UnitRegistry units)
{
    /// <summary>By what the database holds: a unit's name is looked up once for each unit.</summary>
    private readonly Dictionary<object, int> known = [];
    private readonly List<object> values = [];
    private readonly List<int> taken = [];

    public IndexedField Field => of;

    public void Take(object stored)
    {
        // A print is an array, and its value what it is known by.
        var asked = stored is byte[] print ? IndexedField.PrintOf(print) : stored;
        if (!known.TryGetValue(asked, out var at))
        {
            at = -1;
            if (of.ValueOf(stored, units) is { } value)
            {
                at = values.Count;
                values.Add(value);
            }
            known.Add(asked, at);
        }
        taken.Add(at);
    }

    public IndexedColumn Done()
    {
        // Two units of one name are one text.
        var sorted = of.Sorted(values.Distinct());
        var codes = values.ConvertAll(sorted.CodeOf);
        return new IndexedColumn(sorted, Codes.Of([.. taken.Select(at => at < 0 ? SortedValues.Empty : codes[at])], sorted.Count));
    }
}
