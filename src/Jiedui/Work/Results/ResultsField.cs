using Jiedui.Declaring;
using Figures = Jiedui.Work.Results.ResultsIndicators;

namespace Jiedui.Work.Results;

/// <summary>成效: what others said of the work.</summary>
public static class ResultsField
{
    public static readonly Field Field = new("results", "成效", FieldGroup.Results)
    {
        Ledgers = [Honours.Ledger, Media.Ledger],
        Indicators =
        [
            Figures.Honours, Figures.Media, Figures.CentralMedia, Figures.ProvincialMedia, Figures.CityMedia, Figures.CountyMedia,
        ],
        Section = ResultsSection.Section,
        Card = ResultsSection.Card,
    };
}
