namespace Jiedui.Flow.Evidence;

/// <summary>How many of the records behind a figure have evidence of each grade.</summary>
public sealed record GradeCounts(long Vouchers, long Photos, long Statements, long Without)
{
    public long All => Vouchers + Photos + Statements + Without;

    public long this[EvidenceGrade grade] => grade switch
    {
        EvidenceGrade.Voucher => Vouchers,
        EvidenceGrade.Photo => Photos,
        EvidenceGrade.Statement => Statements,
        EvidenceGrade.None => Without,
    };

    /// <summary>A figure is no better than the worst that stands behind it; null where nothing does.</summary>
    public EvidenceGrade? Worst => EvidenceGrades.All.Reverse().Select(grade => (EvidenceGrade?)grade).FirstOrDefault(grade => this[grade!.Value] > 0);
}
