using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>What the work record says of a group of fields before their sections. It holds no digits and claims nothing that a ledger should show.</summary>
/// <param name="Group">三项机制, 三驾马车 or 三项扶持.</param>
/// <param name="Heading">Without its number.</param>
/// <param name="Opening">Goes on after the giver's name.</param>
public sealed record GroupText(FieldGroup Group, string Heading, string Opening)
{
    /// <summary>The article's three, in its order.</summary>
    public static IReadOnlyList<GroupText> All { get; } =
    [
        new(
            FieldGroup.Mechanisms, "高位推进、统筹布局，建立健全“三项机制”",
            "始终站在政治和全局的高度，高位推进、统筹布局，建立健全议事决策、“一体两翼”对口帮扶、交流互访三项工作机制。"),
        new(
            FieldGroup.Drivers, "聚焦重点、精准施策，着力打造“三驾马车”",
            "立足资源优势，聚焦重点、精准施策，着力在产业帮扶、劳务协作、消费帮扶三大领域整合资源，不断拉长帮扶战线、扩大帮扶成果，着力打造产业合作、劳务协作、消费帮扶“三驾马车”。"),
        new(
            FieldGroup.Supports, "多措并举、智志双扶，全面深化“三项扶持”",
            "坚持输血和造血并重，全面深化人才扶智、文化扶志、社会帮扶“三项扶持”，不断巩固提升脱贫成果，激活帮扶地区内生动力。"),
    ];
}
