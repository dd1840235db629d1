using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>Text, 身份证号, 电话 and 统一社会信用代码: cells that are strings.</summary>
public sealed class TextColumn(ColumnKind kind, string name) : Column<TextColumn>(kind, name)
{
    public string? Of(Row row) => (string?)row[this];
}

/// <summary>Several texts in one cell.</summary>
public sealed class ListColumn(string name) : Column<ListColumn>(ColumnKind.List, name)
{
    public IReadOnlyList<string> Of(Row row) => (string[]?)row[this] ?? [];
}

/// <summary>A date, month or year.</summary>
public sealed class DateColumn(ColumnKind kind, string name) : Column<DateColumn>(kind, name)
{
    public PartialDate? Of(Row row) => (PartialDate?)row[this];

    /// <summary>The day on which it counts: the last that it may mean.</summary>
    public DateOnly? DayOf(Row row) => Of(row)?.Last;

    /// <summary>The day after: the first on which what lasted until this date no longer stands. Null where it never ends, also when that is written 9999-12-31.</summary>
    public DateOnly? DayAfter(Row row) => DayOf(row) is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null;
}

/// <summary>A number of one dimension.</summary>
public sealed class QuantityColumn<T>(ColumnKind kind, string name, string unit) : Column<QuantityColumn<T>>(kind, name)
    where T : struct, IDimension
{
    public override string UnitText { get; } = unit;

    public override int Scale => T.Scale;

    public Quantity<T>? Of(Row row) => row[this] is Amount amount ? new Quantity<T>(amount) : null;
}

/// <summary>One of listed options; an open choice takes other words too.</summary>
public sealed class ChoiceColumn(string name, IReadOnlyList<string> options, bool isOpen) : Column<ChoiceColumn>(ColumnKind.Choice, name)
{
    public override IReadOnlyList<string> Options { get; } = options;

    public bool IsOpen { get; } = isOpen;

    public string? Of(Row row) => (string?)row[this];

    /// <summary>Whether a row has one of these options. An option that the column does not have is refused when declared.</summary>
    public Func<Row, bool> Is(params string[] options)
    {
        if (!IsOpen && options.FirstOrDefault(option => !Options.Contains(option)) is { } unknown)
            throw new DeclarationException($"列“{Name}”没有选项“{unknown}”。");
        return row => Of(row) is { } value && options.Contains(value);
    }

    public Func<Row, bool> IsNot(params string[] options)
    {
        var isOne = Is(options);
        return row => !isOne(row);
    }
}

/// <summary>A registered unit, or an organisation that is registered when new.</summary>
public sealed class UnitColumn(ColumnKind kind, string name) : Column<UnitColumn>(kind, name)
{
    public UnitRef? Of(Row row) => (UnitRef?)row[this];
}

/// <summary>是/否.</summary>
public sealed class FlagColumn(string name) : Column<FlagColumn>(ColumnKind.Flag, name)
{
    public bool? Of(Row row) => (bool?)row[this];
}
