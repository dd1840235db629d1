using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>议定事项督办: one task out of a decision, followed until it is done.</summary>
public static class Tasks
{
    private static readonly LedgerBuilder It = new("decisions.tasks", "议定事项督办", "一项议定事项");

    public static readonly TextColumn Meeting = It.Text("来源会议").Also("会议来源", "议定会议");
    public static readonly TextColumn Task = It.Text("事项").Also("工作任务", "重点任务", "督办事项", "议定事项").Required();
    public static readonly UnitColumn Responsible = It.Unit("责任单位").Also("牵头单位", "主办单位").Required();
    public static readonly TextColumn Supporting = It.Text("配合单位").Also("协办单位");
    public static readonly DateColumn Due = It.Date("完成时限").Also("时限", "完成期限", "办理时限").Required().Hinted("只写到月的，按当月最后一天算");
    public static readonly TextColumn Progress = It.Text("进展").Also("进展情况", "办理情况");
    public static readonly ChoiceColumn State = It.Choice("状态", "未启动", "进行中", "已完成", "已超期").Also("办理状态", "完成情况").Required();
    public static readonly DateColumn Completed = It.Date("完成日期").Also("办结日期", "完成时间").Hinted("状态为已完成时填写");

    public static readonly Measure<Items> Set = Measure<Items>.Flow("decisions.tasks", "议定事项", "项");
    public static readonly Measure<Items> Done = Measure<Items>.Flow("decisions.tasks_done", "办结的议定事项", "项");
    public static readonly Measure<Items> Overdue = Measure<Items>.Stock("decisions.tasks_overdue", "逾期未办结的议定事项", "项");

    private static readonly Func<Row, bool> IsDone = State.Is("已完成");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Task, Responsible);
        It.PostsOne(Set);
        It.PostsOne(Done).When(IsDone);
        It.PostsOne(Overdue).About(Subject).When(WasLate).On(Due.DayAfter, "完成时限次日");
        It.Posts(Overdue, _ => -Quantity<Items>.One).About(Subject).When(WasLate).On(DoneOn, "完成日期");
        It.Warns(
            "completed-but-not-done", "填了完成日期，状态却不是已完成，办结数会少算", "请把状态改为已完成，或删去完成日期",
            row => !Completed.Of(row).HasValue || State.Of(row) is null || IsDone(row), (State, "进行中"), (Completed, "2020.5.8"));
        return It.Done();
    }

    /// <summary>Done without a day is taken as done in time: nothing shows the contrary.</summary>
    private static bool WasLate(Row row) => IsDone(row) ? DoneOn(row) > Due.DayOf(row) : Due.DayOf(row) is not null;

    private static DateOnly? DoneOn(Row row) => IsDone(row) ? Completed.DayOf(row) : null;

    private static Subject? Subject(Row row) => Declaring.Subject.Named("议定事项", Task.Of(row));
}
