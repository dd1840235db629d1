using Jiedui.Declaring;

namespace Jiedui.App.Answers;

public sealed record LedgerAnswer(string Code, string Name, string Field, IReadOnlyList<ColumnAnswer> Columns, IReadOnlyList<string> Measures)
{
    public static LedgerAnswer Of(LedgerType ledger) =>
        new(ledger.Code, ledger.Name, ledger.Field, [.. ledger.Columns.Select(ColumnAnswer.Of)], [.. ledger.Measures.Select(measure => measure.Code)]);
}

public sealed record ColumnAnswer(
    string Name, IReadOnlyList<string> Aliases, ColumnKind Kind, string Unit, bool Required, bool Personal, IReadOnlyList<string> Options)
{
    public static ColumnAnswer Of(Column column) =>
        new(column.Name, column.Aliases, column.Kind, column.UnitText, column.IsRequired, column.IsPersonal, column.Options);
}
