using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>A unit of the registry (单位名录), or an organisation that a ledger named first.</summary>
/// <param name="Side">Whose it is; null where nobody has said.</param>
public sealed record RegisteredUnit(long Id, string Name, string Kind, string? Code, long? Parent, Side? Side)
{
    public UnitRef Ref => new(Id, Name);
}
