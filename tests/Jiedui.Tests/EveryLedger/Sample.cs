using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Tests.EveryLedger;

/// <summary>A cell as a clerk types it, and as it must read afterwards.</summary>
public sealed record Sample(object? Typed, string Read)
{
    private static readonly string[] Units = ["棣花镇", "商镇", "茶房社区", "龙驹寨街道", "丹凤县", "碑林区", "竹林关镇", "庾岭镇"];

    /// <summary>A good cell of a column; other rows get other cells.</summary>
    public static Sample Of(LedgerType ledger, Column column, int row) => column.Kind switch
    {
        ColumnKind.Text => Same($"{column.Name}{"甲乙丙丁"[row]}号"),
        ColumnKind.List => new("第一项、第二项", "第一项、第二项"),
        ColumnKind.Date => OfDay(new DateTime(2020, 5, 1).AddDays(column.Index + 40 * row), row),
        ColumnKind.Month => new($"2020年{row + 4}月", $"2020-0{row + 4}"),
        ColumnKind.Year => new("2020年", "2020"),
        ColumnKind.Count => row == 0 ? new(20, "20") : new($"{20 + row}", $"{20 + row}"),
        ColumnKind.Decimal => new(12.5 + row, (12.5 + row).ToString(CultureInfo.InvariantCulture)),
        ColumnKind.Money => row == 0 ? new(2500, "2500") : new($"{2500 + row}.50元", $"{2500 + row}.5"),
        ColumnKind.Percent => new("6.5%", "6.5"),
        ColumnKind.Choice => Same(column.Options[row % column.Options.Count]),
        ColumnKind.Unit => Same(ledger.Founds is null ? Units[(column.Index + row) % Units.Length] : $"{column.Name}{"甲乙丙丁"[row]}"),
        ColumnKind.Organisation => Same($"{column.Name}{"甲乙丙丁"[row]}有限公司"),
        ColumnKind.IdNumber => Same(IdNumber(column.Index * 10 + row)),
        ColumnKind.Phone => Same($"1400000{column.Index % 100:00}{row:00}"),
        ColumnKind.Uscc => Same(Uscc(row)),
        ColumnKind.Flag => Same(row == 0 ? "是" : "否"),
    };

    /// <summary>What a record holds, as a person would read it.</summary>
    public static string Show(Column column, object? value) => value switch
    {
        null => "",
        Amount amount => ((decimal)amount.Value! / column.Scale).ToString("0.##", CultureInfo.InvariantCulture),
        UnitRef unit => unit.Name,
        bool flag => flag ? "是" : "否",
        _ => CellText.Of(value),
    };

    private static Sample Same(string text) => new(text, text);

    private static Sample OfDay(DateTime day, int row)
    {
        var read = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(row == 0 ? day : row == 1 ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : read, read);
    }

    /// <summary>GB 11643, with an area that is not assigned.</summary>
    public static string IdNumber(int number)
    {
        var body = $"619900{1970 + number / 1000 % 30}0101{number % 1000:000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }

    /// <summary>GB 32100.</summary>
    private static string Uscc(int number)
    {
        const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = $"91611022{number:000000000}";
        var (sum, weight) = (0, 1);
        foreach (var letter in body)
        {
            sum += Letters.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return body + Letters[(31 - sum % 31) % 31];
    }
}
