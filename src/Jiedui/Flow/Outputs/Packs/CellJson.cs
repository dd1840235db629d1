using System.Text.Json;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>A cell as a pack holds it, and back: numbers in the column's unit, a unit by number and name, personal data masked.</summary>
internal static class CellJson
{
    /// <summary>What of a row may leave: filled cells by column name. Columns that no ledger knows stay behind; nobody said that they are not personal.</summary>
    public static Dictionary<string, JsonElement> Of(Row row)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var column in row.Ledger.Columns)
        {
            if (row[column] is { } value && Told(column, value) is { } told)
                values[column.Name] = JsonSerializer.SerializeToElement(told, PackParts.Json);
        }
        return values;
    }

    /// <exception cref="FormatException">It is no such cell.</exception>
    public static Row ToRow(LedgerType ledger, Dictionary<string, JsonElement> values)
    {
        var row = new Row(ledger);
        foreach (var (name, value) in values)
        {
            var column = ledger.Find(name) ?? throw new FormatException($"没有列“{name}”");
            row[column] = Read(column, value);
        }
        return row;
    }

    private static object? Told(Column column, object value) => column.IsPersonal ? Masked(column, value) : column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc or ColumnKind.List or ColumnKind.Flag => StoredField.Shown(column, value),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => ((PartialDate)value).ToString(),
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => Number(column, (Amount)value),
        ColumnKind.Unit or ColumnKind.Organisation => new PackedUnitRef(((UnitRef)value).Id, ((UnitRef)value).Name),
    };

    /// <summary>A mask stands where something stood, so that the rules still see that the cell was filled.</summary>
    private static string? Masked(Column column, object value) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => Mask.Personal(column, (string)value),
        ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year or ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => null,
        ColumnKind.Unit or ColumnKind.Organisation or ColumnKind.Flag => null,
    };

    private static object Number(Column column, Amount amount) => amount is { Qualifier: Qualifier.Exact, Value: { } exact }
        ? (decimal)exact / column.Scale
        : new PackedInterval(amount.Low / (decimal)column.Scale, amount.High / (decimal)column.Scale, amount.Qualifier.ToString());

    private static object? Read(Column column, JsonElement value) => column.IsPersonal ? value.GetString() : column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => value.GetString(),
        ColumnKind.List => value.Deserialize<string[]>(),
        ColumnKind.Flag => value.GetBoolean(),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => PartialDate.Parse(value.GetString()!),
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => ReadNumber(column, value),
        ColumnKind.Unit or ColumnKind.Organisation => value.Deserialize<PackedUnitRef>(PackParts.Json) is { } unit ? new UnitRef(unit.Id, unit.Name) : null,
    };

    private static Amount ReadNumber(Column column, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return Amount.Exactly(Smallest(value.GetDecimal()));
        var interval = value.Deserialize<PackedInterval>(PackParts.Json)!;
        return new Amount(interval.Low is { } low ? Smallest(low) : null, interval.High is { } high ? Smallest(high) : null, Enum.Parse<Qualifier>(interval.Qualifier));

        long Smallest(decimal number) => decimal.ToInt64(number * column.Scale);
    }

    private sealed record PackedUnitRef(long Id, string Name);

    private sealed record PackedInterval(decimal? Low, decimal? High, string Qualifier);
}
