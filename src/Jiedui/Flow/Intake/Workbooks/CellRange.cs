using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>A merged range; rows one-based, columns zero-based, ends included.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => FirstRow <= row && row <= LastRow && FirstColumn <= column && column <= LastColumn;
}

/// <summary>Cell addresses as Excel writes them.</summary>
public static class CellAddress
{
    /// <summary>D5607 for row 5607, column 3.</summary>
    public static string Of(int row, int column) => ColumnLetters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A for 0, AA for 26.</summary>
    public static string ColumnLetters(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + (left - 1) % 26) + letters;
        return letters;
    }
}
