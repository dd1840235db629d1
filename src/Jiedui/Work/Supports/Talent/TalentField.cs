using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Talent.TalentIndicators;

namespace Jiedui.Work.Supports.Talent;

/// <summary>人才扶智: pupils, teachers and doctors.</summary>
public static class TalentField
{
    public static readonly Field Field = new("talent", "人才扶智", FieldGroup.Supports)
    {
        Ledgers = [StudyTours.Ledger, TeachingVisits.Ledger, MedicalSupport.Ledger],
        Indicators =
        [
            Figures.StudyTours, Figures.StudyTourPupils, Figures.TeachingVisits, Figures.TeachingVisitSchools, Figures.MedicalTrained, Figures.Patients,
        ],
        Section = TalentSection.Section,
        Card = TalentSection.Card,
    };
}
