using Jiedui.Declaring;

namespace Jiedui.App.Web.Shell;

/// <summary>The article's three by three, and what stands beside it, in reading order.</summary>
internal static class Groups
{
    public static readonly IReadOnlyList<FieldGroup> InOrder =
        [FieldGroup.Mechanisms, FieldGroup.Drivers, FieldGroup.Supports, FieldGroup.Results, FieldGroup.Registry];

    public static string NameOf(FieldGroup group) => group switch
    {
        FieldGroup.Mechanisms => "三项机制",
        FieldGroup.Drivers => "三驾马车",
        FieldGroup.Supports => "三项扶持",
        FieldGroup.Results => "成效",
        FieldGroup.Registry => "基础信息",
    };
}
