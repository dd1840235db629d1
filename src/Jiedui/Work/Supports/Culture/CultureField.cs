using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Culture.CultureIndicators;

namespace Jiedui.Work.Supports.Culture;

/// <summary>文化扶志: culture and tourism.</summary>
public static class CultureField
{
    public static readonly Field Field = new("culture", "文化扶志", FieldGroup.Supports)
    {
        Ledgers = [Bases.Ledger, Routes.Ledger, Promotions.Ledger],
        Indicators = [Figures.Bases, Figures.Routes, Figures.Tourists, Figures.TourismIncome, Figures.Promotions],
        Section = CultureSection.Section,
        Card = CultureSection.Card,
    };
}
