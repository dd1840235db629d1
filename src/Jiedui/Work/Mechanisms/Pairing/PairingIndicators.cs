using Jiedui.Declaring;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>What the ledgers of pairing can be asked. Pairs of schools and hospitals are kept here too, so their talent.* figures are as well.</summary>
public static class PairingIndicators
{
    public static readonly Indicator Groups = Indicator.AtDate(
        Pairing.Groups.Formed, "帮扶团名册现有的帮扶团数，按名称去重；只计帮扶团，不计其成员单位；名册不分时点，任何时期都计入。");

    public static readonly Indicator Pairs = Indicator.Sum(
        Pairing.Pairs.Concluded, "期内新建立的结对关系数，按结对日期计入，按参扶方、受扶方和类型去重；一个参扶方结对两个受扶方计两对。");

    public static readonly Indicator PairsInForce = Indicator.AtDate(
        Pairing.Pairs.InForce, "时点存续的结对关系数：结对日期当日起计入，终止日期次日起不计；未填终止日期的视为存续。");

    public static readonly Indicator Streets = Indicator.Distinct(
        Pairing.Pairs.Streets, "结对日期在期内的“街道—镇街”结对中的参扶街道数，按单位去重；一个街道结对几个镇街只计一个。");

    public static readonly Indicator Towns = Indicator.Distinct(
        Pairing.Pairs.Towns, "结对日期在期内的“街道—镇街”结对中的受扶镇街数，按单位去重；不含村和社区。");

    public static readonly Indicator Hospitals = Indicator.Distinct(
        Pairing.Pairs.Hospitals, "结对日期在期内的“医院”结对中的参扶医院数，按单位去重。");

    public static readonly Indicator Clinics = Indicator.Distinct(
        Pairing.Pairs.Clinics, "结对日期在期内的“医院”结对中的受扶卫生院（医院）数，按单位去重。");

    public static readonly Indicator Schools = Indicator.Distinct(
        Pairing.Pairs.Schools, "结对日期在期内的“学校”结对中的学校数，参扶和受扶两方都计入，按单位去重。");

    public static readonly Indicator Agreements = Indicator.Sum(
        Pairing.Agreements.SignedCount, "期内签订的对口帮扶协议份数，按签订日期计入；按协议编号去重，没有编号的按双方和签订日期去重；不含采购协议。");

    public static readonly Indicator AgreementsInForce = Indicator.AtDate(
        Pairing.Agreements.InForce, "时点有效的对口帮扶协议份数：签订日期当日起计入，有效期至的次日起不计；未填有效期的视为长期有效。");

    public static readonly Indicator AgreementCoverage = Indicator.Coverage(
        "pairing.agreement_coverage", "结对协议签订率", Pairing.Pairs.InForce, Pairing.Agreements.InForce,
        "时点存续的结对关系中，同一参扶方与受扶方之间有有效协议的占比；一对关系有几份协议只算一对，已到期的协议不算。");
}
