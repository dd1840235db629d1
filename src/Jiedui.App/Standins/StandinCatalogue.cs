using Jiedui.Declaring;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.App.Standins;

internal static class StandinCatalogue
{
    public static Catalogue Make() => new(
    [
        new Field("decisions", "议事决策", FieldGroup.Mechanisms) { Ledgers = [] },
        new Field("pairing", "一体两翼", FieldGroup.Mechanisms) { Ledgers = [] },
        new Field("exchange", "交流互访", FieldGroup.Mechanisms) { Ledgers = [] },
        new Field("industry", "产业合作", FieldGroup.Drivers) { Ledgers = [] },
        new Field("labour", "劳务协作", FieldGroup.Drivers)
        {
            Ledgers = [Fairs.Ledger],
            Indicators = [Count, Visitors],
            Promises = [new Promise(Count, 90, "每年不少于三十场")],
            Card = Sentence.Of($"{Count}招聘会，进场{Visitors}。"),
        },
        new Field("consumption", "消费帮扶", FieldGroup.Drivers) { Ledgers = [] },
        new Field("talent", "人才扶智", FieldGroup.Supports) { Ledgers = [] },
        new Field("culture", "文化扶志", FieldGroup.Supports) { Ledgers = [] },
        new Field("society", "社会帮扶", FieldGroup.Supports) { Ledgers = [] },
        new Field("results", "帮扶成效", FieldGroup.Results) { Ledgers = [] },
        new Field("registry", "基础信息", FieldGroup.Registry) { Ledgers = [] },
    ]);

    private static readonly Indicator Count = Indicator.Sum(Fairs.JobFairs, "期内举办的招聘会、网络招聘、直播带岗和送岗下乡，一场计一场次，按活动日期。");
    private static readonly Indicator Visitors = Indicator.Sum(Fairs.FairVisitors, "招聘活动进场人次。");
}
