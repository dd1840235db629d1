using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Exchange.ExchangeIndicators;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>交流互访: visits, meetings of both sides, and the people sent.</summary>
public static class ExchangeField
{
    public static readonly Field Field = new("exchange", "交流互访", FieldGroup.Mechanisms)
    {
        Ledgers = [Visits.Ledger, JointMeetings.Ledger, Secondees.Ledger, Bulletins.Ledger],
        Indicators =
        [
            Figures.Visits, Figures.VisitsToReceiver, Figures.VisitsToGiver, Figures.LeaderVisits, Figures.Visitors, Figures.JointMeetings, Figures.Secondees,
            Figures.SecondedCadres, Figures.SecondedSpecialists, Figures.SecondeesOnPost, Figures.Bulletins,
        ],
        Section = ExchangeSection.Section,
        Card = ExchangeSection.Card,
    };
}
