namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The fonts that GB/T 9704 expects, each with what to take where it is not installed. None is bundled: they are licensed.</summary>
internal static class FontTablePart
{
    public const string Title = "方正小标宋简体";
    public const string Body = "仿宋_GB2312";
    public const string SecondLevel = "楷体_GB2312";
    public const string FirstLevel = "黑体";
    public const string PageNumber = "宋体";
    public const string Latin = "Times New Roman";

    public static string Xml { get; } =
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        {Font(Title, "FZXiaoBiaoSong-B05S,小标宋体,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC", "roman")}
        {Font(Body, "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong,方正仿宋_GBK,Noto Serif CJK SC", "modern")}
        {Font(SecondLevel, "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti,方正楷体_GBK,Noto Serif CJK SC", "modern")}
        {Font(FirstLevel, "SimHei,华文黑体,STHeiti,方正黑体_GBK,Noto Sans CJK SC", "modern")}
        {Font(PageNumber, "SimSun,华文宋体,STSong,Noto Serif CJK SC", "auto")}
        <w:font w:name="{Latin}"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
        </w:fonts>
        """;

    // Charset 86 is GB 2312, by which Word finds another Chinese font where none of these is there.
    private static string Font(string name, string others, string family) =>
        $"""<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="{family}"/><w:pitch w:val="fixed"/></w:font>""";
}
