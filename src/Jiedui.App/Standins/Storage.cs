using Jiedui.Measures;

namespace Jiedui.Storage;

public sealed record Partnership(long Id, UnitRef Giver, UnitRef Receiver, DateOnly From, DateOnly? To, string? Basis)
{
    public string Name => Giver.Name + "—" + Receiver.Name;
}

public sealed class Partnerships
{
    public IReadOnlyList<Partnership> All() =>
        [new Partnership(1, new UnitRef(1, "碑林区"), new UnitRef(2, "丹凤县"), new DateOnly(2019, 1, 1), new DateOnly(2021, 12, 31), "全省脱贫攻坚统一部署")];
}
