using Jiedui.Declaring;
using Figures = Jiedui.Work.Results.ResultsIndicators;

namespace Jiedui.Work.Results;

/// <summary>What results have to tell.</summary>
public static class ResultsSection
{
    public static readonly ReportSection Section = new(
        "帮扶工作取得良好成效",
        new Paragraph(
            Sentence.Of($"对口帮扶工作获评{Words.Of(Honours.Ledger, Honours.Name, quoted: true)}。"),
            Sentence.Of($"帮扶做法被{Words.Of(Media.Ledger, Media.Medium)}等媒体报道{Figures.Media:篇}。")));

    public static readonly Sentence Card = Sentence.Of($"获得荣誉表彰{Figures.Honours:项}，媒体报道{Figures.Media:篇}。");
}
