using Jiedui.Storage;

namespace Jiedui.App.Answers;

/// <param name="Kind">distributed: in pieces by partnership; reference: whole on every node.</param>
/// <param name="Shards">In how many pieces.</param>
internal sealed record SpreadAnswer(string Table, string Kind, long Shards)
{
    public static SpreadAnswer Of(SpreadTable table) => new(table.Name, table.IsByPartnership ? "distributed" : "reference", table.Pieces);
}
