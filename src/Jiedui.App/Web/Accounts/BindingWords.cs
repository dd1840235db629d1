using System.Data.Common;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.App.Web.Accounts;

/// <summary>A binding as people write it: with names.</summary>
public sealed class BindingWords(DbConnection connection)
{
    private readonly IReadOnlyList<Partnership> partnerships = Partnerships.All(connection);
    private readonly Dictionary<long, UnitRegistry> registries = [];

    /// <param name="partnership">Its name; empty for all, or where a unit is named and there is one only.</param>
    /// <param name="side">Null where the unit says it.</param>
    /// <param name="unit">Its name, or its path where the name stands twice (丹凤县/棣花镇); empty for none.</param>
    /// <exception cref="AccountRefusedException">A name is unknown, or the binding cannot be.</exception>
    public Binding Read(Role role, string? partnership, Side? side, string? unit)
    {
        var found = PartnershipOf(partnership, isNeeded: unit is { Length: > 0 });
        var place = unit is { Length: > 0 } && found is not null ? UnitOf(found, unit.Trim()) : null;
        var binding = new Binding(role, found?.Id, side ?? (place is null ? null : SideOf(RegistryOf(found!.Id), place)), place?.Id);
        return binding.Fault is { } fault ? throw new AccountRefusedException(fault) : binding;
    }

    public string? PartnershipName(Binding binding) => partnerships.FirstOrDefault(one => one.Id == binding.Partnership)?.Name;

    public string? UnitName(Binding binding) =>
        binding is { Partnership: { } partnership, Unit: { } unit } ? RegistryOf(partnership).RefOf(unit).Name : null;

    public IReadOnlyList<Partnership> AllPartnerships => partnerships;

    /// <summary>The regions and organisations of all partnerships, for a list to choose from.</summary>
    public IEnumerable<string> AllUnits => partnerships.SelectMany(one => RegistryOf(one.Id).All).Select(unit => unit.Name).Distinct().Order(StringComparer.Ordinal);

    private Partnership? PartnershipOf(string? name, bool isNeeded) => name is { Length: > 0 }
        ? Partnerships.Find(connection, name.Trim()) ?? throw new AccountRefusedException($"没有帮扶关系“{name.Trim()}”。请照帮扶关系列表里的名称填写。")
        : !isNeeded ? null : partnerships is [var only] ? only
        : throw new AccountRefusedException(partnerships.Count == 0 ? "还没有帮扶关系，不能绑定单位。请先导入单位名录，或登记帮扶关系。" : "有几个帮扶关系，请选定单位在哪一个里。");

    private RegisteredUnit UnitOf(Partnership partnership, string written)
    {
        var registry = RegistryOf(partnership.Id);
        var named = registry.Named(written.Split('/')[^1]);
        var fitting = named.Count > 1 || written.Contains('/', StringComparison.Ordinal) ? [.. named.Where(unit => registry.PathOf(unit).EndsWith(written, StringComparison.Ordinal))] : named;
        return fitting switch
        {
            [var one] => one,
            [] => throw new AccountRefusedException($"{partnership.Name}没有单位“{written}”。请照单位名录里的名称填写。"),
            _ => throw new AccountRefusedException($"有 {fitting.Count} 个单位叫“{written}”，请写明上级：{string.Join('、', fitting.Select(registry.PathOf))}。"),
        };
    }

    /// <summary>The unit's own side, or that of the nearest above it.</summary>
    private static Side? SideOf(UnitRegistry registry, RegisteredUnit? unit) =>
        unit is null ? null : unit.Side ?? (unit.Parent is { } parent ? SideOf(registry, registry.Find(parent)) : null);

    private UnitRegistry RegistryOf(long partnership)
    {
        if (!registries.TryGetValue(partnership, out var registry))
            registries[partnership] = registry = UnitRegistry.Load(connection, partnership);
        return registry;
    }
}
