using Jiedui.Declaring;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>The pair that a row is about: an agreement covers the pair of the same giver and receiver, whatever its kind.</summary>
internal static class Pair
{
    public static Func<Row, Subject?> Of(UnitColumn giver, UnitColumn receiver) => row =>
        giver.Of(row) is { } gives && receiver.Of(row) is { } receives
            ? new Subject("结对", $"{gives.Id}|{receives.Id}") { Label = $"{gives.Name}—{receives.Name}" }
            : null;
}
