using System.Collections.Concurrent;
using System.Data.Common;
using Jiedui.Access;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Sealing;

namespace Jiedui.App.Web;

/// <summary>What waits for a visitor, counted anew only after something was done to the books.</summary>
public sealed class WaitingCounts(Catalogue catalogue, LedgerIndexes indexes, Vault vault)
{
    private readonly ConcurrentDictionary<(long Partnership, Side? Side, long? Unit), (Seen Seen, IReadOnlyList<Waiting> Waiting)> counted = [];

    public IReadOnlyList<Waiting> For(DbConnection connection, long partnership, Actor actor)
    {
        var whose = (partnership, actor.Side, actor.Unit);
        var seen = Seen.Now(connection);
        if (!counted.TryGetValue(whose, out var known) || known.Seen != seen)
            counted[whose] = known = (seen, Waiting.For(connection, indexes, vault.Prints, catalogue.Ledgers, partnership, actor.Side, actor.Unit));
        return known.Waiting;
    }
}
