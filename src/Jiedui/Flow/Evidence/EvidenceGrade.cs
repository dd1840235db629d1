namespace Jiedui.Flow.Evidence;

/// <summary>How good the evidence behind a record is; the lower the better. Stored by number: never renumber.</summary>
public enum EvidenceGrade
{
    /// <summary>原始凭证: an invoice, a bank slip, a signed list, a contract.</summary>
    Voucher = 1,

    /// <summary>照片.</summary>
    Photo = 2,

    /// <summary>情况说明; or a piece that the record names and nobody has attached.</summary>
    Statement = 3,

    /// <summary>Nothing at all.</summary>
    None = 4,
}

/// <summary>The grades in words.</summary>
public static class EvidenceGrades
{
    /// <summary>Those that a file can have.</summary>
    public static IReadOnlyList<EvidenceGrade> OfFiles { get; } = [EvidenceGrade.Voucher, EvidenceGrade.Photo, EvidenceGrade.Statement];

    public static IReadOnlyList<EvidenceGrade> All { get; } = [.. OfFiles, EvidenceGrade.None];

    public static string NameOf(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Voucher => "原始凭证",
        EvidenceGrade.Photo => "照片",
        EvidenceGrade.Statement => "情况说明",
        EvidenceGrade.None => "无佐证",
    };
}
