using Jiedui.Declaring;
using static Jiedui.Work.Drivers.Industry.IndustryIndicators;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>加强产业合作, as the work record tells it.</summary>
internal static class IndustrySection
{
    public static readonly ReportSection Section = new(
        "加强产业合作",
        new Paragraph(
            Sentence.Of($"{Words.Of(Projects.Ledger, Projects.Year)}年投入帮扶资金{PlannedFunds:万元}，助力{Words.Of(Projects.Ledger, Projects.Name)}项目。"),
            Sentence.Of($"按照土地流转每亩{LandPrice:万元}，征地补助贫困户{LandHouseholds:户}。"),
            Sentence.Of($"建设期间向{JobHouseholds:名}贫困户提供就业岗位，月收入{JobIncomeFloor:不低于元}/户。"),
            Sentence.Of($"项目建成后按照不低于投资资金{DividendRateFloor:%}对{DividendCollectives:个}村集体经济进行分红。")),
        new Paragraph(
            Sentence.Of($"同时，产业帮扶团、各街道通过{Words.Of(Services.Ledger, Services.Way)}等方式，加大力度扶持{Words.Of(Services.Ledger, Services.Sector)}等{Sectors:个}产业发展。")));

    public static readonly Sentence Card = Sentence.Of($"投入帮扶资金{PlannedFunds:万元}，{DividendCollectives:个}村集体分红{DividendsPaid:万元}。");
}
