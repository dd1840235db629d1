using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Registry;

/// <summary>单位名录: one region, department, street, town, village, school, hospital, enterprise or agency.</summary>
public static class Units
{
    private static readonly LedgerBuilder It = new("registry.units", "单位名录", "一个单位");

    public static readonly TextColumn Name = It.Text("名称").Also("单位名称", "单位全称").Required().Hinted("写全称，其他台账按这个名称找单位");
    public static readonly ChoiceColumn Kind = It.Choice(
        "类别", "区县", "街道", "乡镇", "村社区", "部门", "帮扶团", "学校", "医院", "卫生院", "企业", "合作社", "村集体", "机构").Also("单位类别", "单位类型").Required();
    public static readonly TextColumn Code = It.Text("代码").Also("单位代码", "区划代码", "统一社会信用代码").Hinted("区划填行政区划代码，企业填统一社会信用代码，没有可不填");
    public static readonly UnitColumn Parent = It.Unit("上级").Also("上级单位", "隶属单位", "主管单位").Hinted("区县不填；村填所在镇，镇填所在县");
    public static readonly ChoiceColumn Side = It.Choice("所属方", "帮扶方", "受帮扶方").Also("帮扶方/受帮扶方").Required();
    public static readonly TextColumn Contact = It.Text("联系人").Also("联络员").Personal();
    public static readonly TextColumn Phone = It.Phone("电话").Also("联系电话", "手机号");

    public static readonly Measure<Items> Registered = Measure<Items>.Stock("registry.units", "登记单位", "个");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        // Two towns may have a school of the same name, so the parent tells them apart; a region has no parent and is known by its name alone.
        It.Key(Name, Parent).Key(Name);
        It.Unique(Code);
        It.Registers(new UnitRegistration(Name, Kind, Code, Parent, Side));
        It.PostsOne(Registered);
        var isCompany = Kind.Is("企业", "合作社");
        It.Warns(
            "code-length", "企业和合作社的代码应是十八位统一社会信用代码", "请按营业执照核对代码，没有可留空",
            row => !(isCompany(row) && Code.Of(row) is { } code && code.Trim().Length != 18), (Code, "61102212"), (Kind, "企业"));
        return It.Done();
    }
}
