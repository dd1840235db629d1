using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Templates;

/// <summary>What Excel tells and offers while a column is filled.</summary>
internal static class InputRules
{
    private const int LastRow = 1_048_576;

    // Excel's own limits; a longer text makes it call the file broken.
    private const int LongestTitle = 32;
    private const int LongestPrompt = 255;

    private static readonly string[] YesAndNo = ["是", "否"];

    public static InputRule Of(LedgerType ledger, Column column, OptionsSheet options)
    {
        var letters = CellAddress.ColumnLetters(column.Index);
        string[] says = [Demand.Of(ledger, column), column.Hint, WayToFill.Of(column)];
        return new InputRule(
            string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{LastRow}"),
            ListOf(column, options), column is not ChoiceColumn { IsOpen: true },
            Cut(ColumnHeader.Of(column), LongestTitle), Cut(string.Join('\n', says.Where(line => line.Length > 0)), LongestPrompt));
    }

    private static string? ListOf(Column column, OptionsSheet options) =>
        column.Kind == ColumnKind.Flag ? options.FormulaOf(YesAndNo) : column.Options.Count > 0 ? options.FormulaOf(column.Options) : null;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
