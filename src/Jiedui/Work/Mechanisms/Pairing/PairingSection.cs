using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Pairing.PairingIndicators;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>What pairing has to tell.</summary>
public static class PairingSection
{
    public static readonly ReportSection Section = new(
        "建立“一体两翼”对口帮扶机制",
        new Paragraph(
            Sentence.Of($"建立“一体两翼”对口帮扶机制，成立由相关部门组成的{Words.Of(Groups.Ledger, Groups.Name)}，共{Figures.Groups:个}帮扶团。"),
            Sentence.Of($"{Party.Giver}{Figures.Streets:个}街道结对参扶{Party.Receiver}{Figures.Towns:个}镇街。"),
            Sentence.Of($"结对各方签订对口帮扶协议{Figures.Agreements:份}。"),
            Sentence.Of($"对口帮扶协议签订率为{Figures.AgreementCoverage}，为对口帮扶工作夯实基础。")));

    /// <summary>Told with 人才扶智, where the article tells it; added there by <see cref="Article"/>, because no field uses another.</summary>
    public static readonly Paragraph SchoolsAndHospitals = new(
        Sentence.Of($"深化学校结对帮扶制度，双方{Figures.Schools:所}学校结成帮扶对子。"),
        Sentence.Of($"组织{Figures.Hospitals:家}医院与{Figures.Clinics:家}卫生院结成帮扶对子。"));

    public static readonly Sentence Card = Sentence.Of(
        $"{Figures.Streets:个}街道结对参扶{Figures.Towns:个}镇街，协议签订率{Figures.AgreementCoverage}。");
}
