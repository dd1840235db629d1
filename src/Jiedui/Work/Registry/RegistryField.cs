using Jiedui.Declaring;
using Figures = Jiedui.Work.Registry.RegistryIndicators;

namespace Jiedui.Work.Registry;

/// <summary>基础信息: who takes part. Read first, whatever the order of files; it has no section of its own in the work record.</summary>
public static class RegistryField
{
    public static readonly Field Field = new("registry", "基础信息", FieldGroup.Registry)
    {
        Ledgers = [Partnerships.Ledger, Units.Ledger, HouseholdRegister.Ledger],
        Indicators =
        [
            Figures.Partnerships, Figures.Units, Figures.Households, Figures.HouseholdMembers, Figures.HouseholdLabourers,
        ],
        Card = Sentence.Of($"名录登记单位{Figures.Units:个}，在册脱贫户{Figures.Households:户}。"),
    };
}
