using Jiedui.Declaring;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>What the ledgers of decisions can be asked.</summary>
public static class DecisionsIndicators
{
    public static readonly Indicator Meetings = Indicator.Sum(
        Decisions.Meetings.Held, "期内召开的研究对口帮扶的议事决策会议场次，一行一场，按会议日期计入，按会议日期和会议名称去重；不含两地联席会议。");

    public static readonly Indicator Tasks = Indicator.Sum(
        Decisions.Tasks.Set, "完成时限在期内的议定事项数，不论是否办结；按事项和责任单位去重，按完成时限计入。");

    public static readonly Indicator TasksDone = Indicator.Sum(
        Decisions.Tasks.Done, "完成时限在期内且状态为已完成的议定事项数，是议定事项的其中数；按完成时限计入，不按完成日期计入。");

    public static readonly Indicator TaskCompletion = Indicator.Ratio(
        "decisions.task_completion", "议定事项办结率", "%", Decisions.Tasks.Done, Decisions.Tasks.Set, "期内到期的议定事项中状态为已完成的占比，分子分母都按完成时限计入。");

    public static readonly Indicator TasksOverdue = Indicator.AtDate(
        Decisions.Tasks.Overdue,
        "时点逾期未办结的议定事项数：完成时限次日仍未办结的计入，逾期后办结的自完成日期起不计；状态为已完成但未填完成日期的，视为按期办结。");

    public static readonly Indicator Policies = Indicator.Sum(
        Decisions.Policies.IssuedCount, "期内印发的对口帮扶文件方案份数，按印发日期计入，按文件名称去重；一份文件转发多次只计一份。");
}
