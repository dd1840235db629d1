namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The page number: 四号, between dashes, one character in from the outer edge; odd pages right, even pages left.</summary>
internal static class FooterPart
{
    public static string Of(bool isOdd) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/>{(isOdd ? Right : Left)}</w:pPr>{Dash("— ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>{Dash(" —")}</w:p></w:ftr>
        """;

    private const string Right = """<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>""";
    private const string Left = """<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>""";

    private static string Dash(string text) => $"""<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";
}
