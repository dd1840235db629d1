namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The look of each kind of paragraph after GB/T 9704. Sizes are in half points: 32 is 三号, 44 is 二号, 21 is 五号. Lines are 28.95 points.</summary>
internal static class StylesPart
{
    private const string Line = """<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>""";
    private const string Indent = """<w:ind w:firstLineChars="200" w:firstLine="632"/>""";

    /// <summary>A quarter of a point less after each character: 28 of 15.75 points fill the 156 mm.</summary>
    private const string Pitch = """<w:spacing w:val="-5"/>""";

    public static string Xml { get; } =
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults><w:rPrDefault><w:rPr>{Fonts(FontTablePart.Body)}<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{Line}<w:jc w:val="both"/></w:pPr><w:rPr>{Size(32)}</w:rPr></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Style("Title", "Title", """<w:keepNext/><w:keepLines/><w:spacing w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>""", Fonts(FontTablePart.Title) + Size(44))}
        {Style("Subtitle", "Subtitle", """<w:keepLines/><w:spacing w:after="579" w:line="579" w:lineRule="exact"/><w:jc w:val="center"/>""", Fonts(FontTablePart.SecondLevel))}
        {Style("BodyText", "Body Text", Indent, Pitch)}
        {Style("Heading1", "heading 1", $"""<w:keepNext/><w:keepLines/>{Indent}<w:outlineLvl w:val="0"/>""", Fonts(FontTablePart.FirstLevel) + Pitch)}
        {Style("Heading2", "heading 2", $"""<w:keepNext/><w:keepLines/>{Indent}<w:outlineLvl w:val="1"/>""", Fonts(FontTablePart.SecondLevel) + Pitch)}
        {Style("Heading3", "heading 3", $"""<w:keepNext/><w:keepLines/>{Indent}<w:outlineLvl w:val="2"/>""", "<w:b/>" + Pitch)}
        {Style("Closing", "Closing", """<w:keepLines/><w:jc w:val="right"/>""", "")}
        {Style("AnnexMark", "Annex Mark", "<w:keepNext/>", Fonts(FontTablePart.FirstLevel))}
        {Style("AnnexTitle", "Annex Title", """<w:keepNext/><w:spacing w:after="240" w:line="600" w:lineRule="exact"/><w:jc w:val="center"/>""", Fonts(FontTablePart.Title) + Size(44))}
        {Style("AnnexText", "Annex Text", """<w:snapToGrid w:val="0"/><w:spacing w:before="30" w:after="30" w:line="300" w:lineRule="exact"/><w:jc w:val="left"/>""", Size(21))}
        {Style("AnnexHeader", "Annex Header", """<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="exact"/><w:jc w:val="center"/>""", Fonts(FontTablePart.FirstLevel) + Size(21))}
        {Style("Footer", "footer", """<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>""", Fonts(FontTablePart.PageNumber, FontTablePart.PageNumber) + Size(28))}
        </w:styles>
        """;

    private static string Style(string id, string name, string paragraph, string run) =>
        $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    private static string Fonts(string chinese, string latin = FontTablePart.Latin) =>
        $"""<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{FontTablePart.Latin}"/>""";

    private static string Size(int halfPoints) => $"""<w:sz w:val="{halfPoints}"/><w:szCs w:val="{halfPoints}"/>""";
}
