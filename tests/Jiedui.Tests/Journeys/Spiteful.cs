using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>A ledger sheet whose words would be markup, if a page let them.</summary>
internal static class Spiteful
{
    public const string Script = "<script>document.title='hacked'</script>";

    public const string Image = "\"><img src=x onerror=\"document.title='hacked'\">";

    /// <summary>Its fair is the only one held online by this host.</summary>
    public const string Host = "丹凤县人社局（试）";

    public static string Save(string folder) => new Xlsx().Sheet("招聘活动",
    [
        ["日期", "活动名称", "形式", "地点", "主办单位", "参加企业数", "进场人数", "达成意向人数", "备注"],
        [new DateTime(2020, 8, 8), Script, "网络招聘", Image, Host, 3, null, null, Script],
    ]).Save(folder, "招聘活动补报.xlsx");
}
