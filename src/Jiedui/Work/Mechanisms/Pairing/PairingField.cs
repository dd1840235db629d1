using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Pairing.PairingIndicators;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>“一体两翼”对口帮扶: the groups, who is paired with whom, and what they signed.</summary>
public static class PairingField
{
    public static readonly Field Field = new("pairing", "“一体两翼”对口帮扶", FieldGroup.Mechanisms)
    {
        Ledgers = [Groups.Ledger, Pairs.Ledger, Agreements.Ledger],
        Indicators =
        [
            Figures.Groups, Figures.Pairs, Figures.PairsInForce, Figures.Streets, Figures.Towns, Figures.Agreements, Figures.AgreementsInForce,
            Figures.AgreementCoverage, Figures.Hospitals, Figures.Clinics, Figures.Schools,
        ],
        Promises = [new Promise(Figures.AgreementCoverage, 100, "全部签订对口帮扶协议")],
        Section = PairingSection.Section,
        Card = PairingSection.Card,
    };
}
