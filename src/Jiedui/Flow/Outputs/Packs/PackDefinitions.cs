using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Packs;

internal static class PackDefinitions
{
    /// <summary>An indicator's written definition, as the pack holds it.</summary>
    public static PackedDefinition Of(Indicator indicator) => new(
        indicator.Code, indicator.Name, indicator.Unit, indicator.Nature.ToString(), indicator.Version, indicator.ValidFrom, indicator.ValidTo, indicator.Definition,
        [.. indicator.Formula.Measures.Select(measure => measure.Code)]);
}
