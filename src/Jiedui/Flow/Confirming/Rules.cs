using System.Data.Common;
using Dapper;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>What a partnership agreed on: how each side reviews, and what counts as official.</summary>
/// <param name="Giver">How the giver reviews.</param>
/// <param name="Receiver">How the receiver reviews.</param>
/// <param name="OnlyConfirmed">Whether only what both confirmed is official (双方确认), instead of all that is entered (入账即算).</param>
public sealed record Rules(ReviewSteps Giver, ReviewSteps Receiver, bool OnlyConfirmed)
{
    private const string ReviewOf = "review.";
    private const string Official = "official";
    private const string Confirmed = "confirmed";
    private const string Entered = "entered";

    public ReviewSteps StepsOf(Side side) => side switch { Side.Giver => Giver, Side.Receiver => Receiver };

    public static Rules Of(DbConnection connection, long partnership, DbTransaction? transaction = null)
    {
        var stored = connection.Query<(string Name, string Value)>("SELECT name, value FROM rule WHERE partnership = @partnership", new { partnership }, transaction)
            .ToDictionary(rule => rule.Name, rule => rule.Value);
        return new Rules(Steps(Side.Giver), Steps(Side.Receiver), stored.GetValueOrDefault(Official) == Confirmed);

        ReviewSteps Steps(Side side) => stored.TryGetValue(ReviewOf + side, out var steps) ? Enum.Parse<ReviewSteps>(steps) : ReviewSteps.None;
    }

    /// <summary>Sets a partnership's rules. What was confirmed before stays confirmed.</summary>
    /// <returns>False where they were the same before.</returns>
    public bool Set(Database database, long partnership, string actor)
    {
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        if (Of(connection, partnership, transaction) == this)
            return false;
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "setting", actor, "");
        foreach (var (name, value) in Stored())
        {
            connection.Execute(
                "INSERT INTO rule (partnership, name, value) VALUES (@partnership, @name, @value) ON CONFLICT (partnership, name) DO UPDATE SET value = excluded.value",
                new { partnership, name, value }, transaction);
        }
        Deeds.Tell(connection, transaction, batch, partnership, "Setting", actor, Stored().ToDictionary(rule => rule.Name, rule => rule.Value));
        transaction.Commit();
        return true;
    }

    private IEnumerable<(string Name, string Value)> Stored() =>
        [(ReviewOf + Side.Giver, Giver.ToString()), (ReviewOf + Side.Receiver, Receiver.ToString()), (Official, OnlyConfirmed ? Confirmed : Entered)];
}
