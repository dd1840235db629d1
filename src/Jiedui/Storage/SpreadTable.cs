namespace Jiedui.Storage;

/// <summary>How a table of the books lies on a distributed database.</summary>
/// <param name="Name">The table.</param>
/// <param name="IsByPartnership">In pieces by partnership, all of one partnership on one node; otherwise whole on every node.</param>
/// <param name="IsSpread">Whether it lies so already.</param>
/// <param name="Pieces">In how many pieces.</param>
public sealed record SpreadTable(string Name, bool IsByPartnership, bool IsSpread, long Pieces);
