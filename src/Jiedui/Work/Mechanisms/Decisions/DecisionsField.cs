using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Decisions.DecisionsIndicators;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>议事决策: who decided what, and whether it was done.</summary>
public static class DecisionsField
{
    public static readonly Field Field = new("decisions", "议事决策", FieldGroup.Mechanisms)
    {
        Ledgers = [Meetings.Ledger, Tasks.Ledger, Policies.Ledger],
        Indicators =
        [
            Figures.Meetings, Figures.Tasks, Figures.TasksDone, Figures.TaskCompletion, Figures.TasksOverdue, Figures.Policies,
        ],
        Section = DecisionsSection.Section,
        Card = DecisionsSection.Card,
    };
}
