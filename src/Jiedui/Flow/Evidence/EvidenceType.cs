namespace Jiedui.Flow.Evidence;

/// <summary>What a file is by its content, whatever its name says. Stored by name: never rename one.</summary>
public enum EvidenceType
{
    Jpeg,
    Png,
    Webp,
    Pdf,

    /// <summary>版式文件: what electronic invoices come as.</summary>
    Ofd,
    Docx,
    Xlsx,
    Pptx,
    Doc,
    Xls,
    Ppt,
}

/// <summary>What follows from a file's type.</summary>
public static class EvidenceTypes
{
    /// <summary>Whether it is shown; everything else is for download only.</summary>
    public static bool IsPicture(this EvidenceType type) => type is EvidenceType.Jpeg or EvidenceType.Png or EvidenceType.Webp;

    /// <summary>The grade of a file of which nobody said one: never better than it may be.</summary>
    public static EvidenceGrade UsualGrade(this EvidenceType type) => type.IsPicture() ? EvidenceGrade.Photo : EvidenceGrade.Statement;

    /// <summary>The ending of a name that no system takes for something else.</summary>
    public static string Extension(this EvidenceType type) => type switch
    {
        EvidenceType.Jpeg => ".jpg",
        EvidenceType.Png => ".png",
        EvidenceType.Webp => ".webp",
        EvidenceType.Pdf => ".pdf",
        EvidenceType.Ofd => ".ofd",
        EvidenceType.Docx => ".docx",
        EvidenceType.Xlsx => ".xlsx",
        EvidenceType.Pptx => ".pptx",
        EvidenceType.Doc => ".doc",
        EvidenceType.Xls => ".xls",
        EvidenceType.Ppt => ".ppt",
    };
}
