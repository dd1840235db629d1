using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>劳务协作.</summary>
public static class LabourField
{
    public static readonly Field Field = new("labour", "劳务协作", FieldGroup.Drivers)
    {
        Ledgers = [Agencies.Ledger, Workers.Ledger, Fairs.Ledger, Vacancies.Ledger, Placements.Ledger, Trainings.Ledger],
        Indicators = LabourIndicators.All,
        Section = LabourSection.Section,
        Card = LabourSection.Card,
        Matching = LabourMatching.Matching,
    };
}
