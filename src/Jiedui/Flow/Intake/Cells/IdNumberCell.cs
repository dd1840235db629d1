using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>居民身份证号. What Excel has rounded is lost, and is never completed.</summary>
internal static class IdNumberCell
{
    private const int OldLength = 15;

    public static CellReading Read(RawCell cell, string text)
    {
        var number = CleanText.WithoutBlanks(CleanText.Halved(text)).TrimStart('\'').ToUpperInvariant();
        if (HasLostDigits(cell, number))
            return CellReading.Wrong("id.digits-lost", "该单元格被 Excel 存成了数字，只剩 15 位有效数字，末三位已丢失", "请按文本重新录入");
        if (cell.Kind == RawKind.DateSerial)
            return CellReading.Wrong("id.shape", "该单元格被 Excel 存成了日期", "请按文本重新录入 18 位身份证号");
        if (number.Length == OldLength && number.All(char.IsAsciiDigit))
            return CellReading.Wrong("id.old-number", "这是 15 位的旧号码", "请填写 18 位身份证号");
        if (number.Length != IdNumber.Length)
            return CellReading.Wrong("id.length", $"身份证号应为 18 位，这里有 {number.Length} 位", "请核对后重新填写");
        if (!IdNumber.IsWellFormed(number))
            return CellReading.Wrong("id.shape", "身份证号的前 17 位应为数字，末位应为数字或 X", "请核对后重新填写");
        if (IdNumber.BirthDate(number) is null)
            return CellReading.Wrong("id.birth-date", "号码中的出生日期不存在", "请对照身份证核对第 7 至 14 位");
        if (IdNumber.CheckCharacter(number) != number[^1])
            return CellReading.Wrong("id.check-digit", "末位校验码不对，号码中至少有一位写错", "请对照身份证核对每一位");
        return new CellReading(number);
    }

    /// <summary>In a .csv the rounded number stands as 6.1991E+17.</summary>
    private static bool HasLostDigits(RawCell cell, string number) =>
        cell.Kind == RawKind.Number ? FloatingNumber.MayHaveLostDigits(cell.Number) : number.Contains("E+1", StringComparison.Ordinal);
}
