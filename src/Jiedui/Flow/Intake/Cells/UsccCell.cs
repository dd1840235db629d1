using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>统一社会信用代码. A letter O is not taken for a zero.</summary>
internal static class UsccCell
{
    public static CellReading Read(RawCell cell, string text)
    {
        var code = CleanText.WithoutBlanks(CleanText.Halved(text)).ToUpperInvariant();
        if (cell.Kind == RawKind.Number && FloatingNumber.MayHaveLostDigits(cell.Number))
            return CellReading.Wrong("uscc.digits-lost", "该单元格被 Excel 存成了数字，末几位已丢失", "请按文本重新录入");
        if (code.Length != Uscc.Length)
            return CellReading.Wrong("uscc.length", $"统一社会信用代码应为 18 位，这里有 {code.Length} 位", "请对照营业执照或登记证书重新填写");
        if (!Uscc.HasOnlyAllowed(code))
            return CellReading.Wrong("uscc.character", "含有代码中不会出现的字符（代码只用数字和除 I、O、S、V、Z 以外的字母）", "请对照营业执照或登记证书核对");
        if (Uscc.CheckCharacter(code) != code[^1])
            return CellReading.Wrong("uscc.check-digit", "末位校验码不对，代码中至少有一位写错", "请对照营业执照或登记证书核对每一位");
        return new CellReading(code);
    }
}
