using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Decisions.DecisionsIndicators;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>What decisions have to tell.</summary>
public static class DecisionsSection
{
    public static readonly ReportSection Section = new(
        "建立议事决策机制",
        new Paragraph(
            Sentence.Of($"召开{Words.Of(Meetings.Ledger, Meetings.Kind)}等会议{Figures.Meetings:场次}，研究对口帮扶工作。"),
            Sentence.Of($"制定印发{Words.Titles(Policies.Ledger, Policies.Name)}，明确各单位、各部门工作职责。"),
            Sentence.Of($"逐项督办议定事项{Figures.Tasks:项}，已办结{Figures.TasksDone:项}，形成高度重视、协调作战、齐抓共管的良好局面。")));

    public static readonly Sentence Card = Sentence.Of($"召开议事决策会议{Figures.Meetings:场次}，议定事项{Figures.Tasks:项}，已办结{Figures.TasksDone:项}。");
}
