using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Sealing;

namespace Jiedui.Storage;

/// <summary>How a column stands in its ledger's table. A number has a second field, which is filled only where the number is an interval or only about right.</summary>
internal static class StoredField
{
    /// <summary>What the text of a print begins with, by the kind of its column.</summary>
    private static readonly byte[][] Beginnings = [.. Enum.GetValues<ColumnKind>().Select(kind => Encoding.UTF8.GetBytes($"{kind}\u001f"))];

    /// <summary>The field's name: the column's own, with the smallest unit behind it where it is kept in hundredths, so that nobody takes 分 for 元.</summary>
    public static string NameOf(Column column) => column.Kind == ColumnKind.Money ? column.Name + "（分）" : column.Scale == 100 ? column.Name + "（百分之一）" : column.Name;

    /// <summary>The second field's name, or null where the column has none.</summary>
    public static string? IntervalNameOf(Column column) => IsNumber(column.Kind) ? column.Name + "·范围" : null;

    /// <summary>The name of the field that holds the prints of a personal column.</summary>
    public static string PrintNameOf(Column column) => column.Name + "·检索";

    /// <summary>Whether a person is looked for by this column, so that prints of it are kept: by number, by telephone, by name.</summary>
    public static bool IsFindable(Column column) =>
        column.IsPersonal && (column.Kind is ColumnKind.IdNumber or ColumnKind.Phone || column is { Kind: ColumnKind.Text, IsRequired: true });

    /// <summary>The same value has the same print in every ledger: a person is found in all of them at once.</summary>
    public static UInt128 PrintOf(Column column, object value, KeyedHash prints)
    {
        var text = PrintText.Begin();
        text.Write(Beginnings[(int)column.Kind]);
        CellText.Write(value, text);
        return prints.Of(text.WrittenSpan);
    }

    /// <summary>What of a cell may stand in its field: an ID or telephone number in a remark is masked there, and the text is sealed as it is.</summary>
    public static object? Shown(Column column, object? value) => !Mask.IsFree(column) ? value : value switch
    {
        string text => Mask.Within(text),
        string[] list when list.Any(item => !ReferenceEquals(Mask.Within(item), item)) => list.Select(Mask.Within).ToArray(),
        _ => value,
    };

    public static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year or ColumnKind.Choice => "TEXT",
        ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => "TEXT",
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => "INTEGER",
        ColumnKind.Unit or ColumnKind.Organisation or ColumnKind.Flag => "INTEGER",
    };

    public static bool IsNumber(ColumnKind kind) => kind is ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent;

    public static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        string text => text,
        PartialDate date => date.ToString(),
        Amount amount => (object?)(amount.Low ?? amount.High) ?? DBNull.Value,
        UnitRef unit => unit.Id,
        bool flag => flag ? 1L : 0L,
        string[] list => JsonSerializer.Serialize(list, Json.Readable),
        _ => throw new ArgumentException($"{value.GetType()} is no cell value.", nameof(value)),
    };

    /// <summary>Adds what <see cref="ToStored"/> says, and of a number its second field.</summary>
    public static void Write(BulkInsert into, ColumnKind kind, object? value)
    {
        switch (value)
        {
            case null:
                into.AddNothing();
                break;
            case string text:
                into.Add(text);
                break;
            case PartialDate date:
                into.Add(date.ToString());
                break;
            case Amount amount:
                into.Add(amount.Low ?? amount.High);
                break;
            case UnitRef unit:
                into.Add(unit.Id);
                break;
            case bool flag:
                into.Add(flag ? 1 : 0);
                break;
            default:
                into.Add((string)ToStored(value));
                break;
        }
        if (IsNumber(kind))
            into.Add(IntervalOf(value));
    }

    /// <summary>low~high qualifier, or nothing for an exact number.</summary>
    private static string? IntervalOf(object? value) => value is Amount { Qualifier: not Qualifier.Exact } amount ? CellText.Of(amount) : null;

    public static object? FromStored(ColumnKind kind, object stored, object? interval, Func<long, UnitRef> unit) =>
        stored is DBNull ? null : FromFilled(kind, stored, interval, unit);

    private static object? FromFilled(ColumnKind kind, object stored, object? interval, Func<long, UnitRef> unit) => kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => (string)stored,
        ColumnKind.List => JsonSerializer.Deserialize<string[]>((string)stored),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => PartialDate.Parse((string)stored),
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => interval is string text ? ParseInterval(text) : Amount.Exactly((long)stored),
        ColumnKind.Unit or ColumnKind.Organisation => unit((long)stored),
        ColumnKind.Flag => (long)stored != 0,
    };

    private static Amount ParseInterval(string text)
    {
        var (ends, qualifier) = text.Split(' ') is [var first, var second] ? (first.Split('~'), second) : throw new FormatException($"No interval: {text}");
        return new Amount(End(ends[0]), End(ends[1]), Enum.Parse<Qualifier>(qualifier));

        static long? End(string digits) => digits.Length == 0 ? null : long.Parse(digits, CultureInfo.InvariantCulture);
    }
}
