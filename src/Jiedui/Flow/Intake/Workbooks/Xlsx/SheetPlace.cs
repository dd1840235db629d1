using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Which sheet is read, for saying where a fault stands.</summary>
internal readonly record struct SheetPlace(string File, string Sheet)
{
    public UnreadableFileException RowOutOfPlace(int row) =>
        Refusal.Damaged(File, string.Create(CultureInfo.InvariantCulture, $"“{Sheet}”第 {row} 行的行号重复、倒退或超出范围"));

    public UnreadableFileException CellOutOfPlace(string address, int row) =>
        Refusal.Damaged(File, string.Create(CultureInfo.InvariantCulture, $"“{Sheet}”第 {row} 行里有地址不对或重复的单元格（{address}）"));

    public UnreadableFileException StringMissing(int row, int column) =>
        Refusal.Damaged(File, $"“{Sheet}”{CellAddress.Of(row, column)} 指向的文字不存在");

    public UnreadableFileException TooManyColumns(int row) => Refusal.TooManyColumns(File, Sheet, row);

    public UnreadableFileException CellTooLong(int row, int column) => Refusal.CellTooLong(File, Sheet, CellAddress.Of(row, column));
}
