using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// Whose word the entries of a batch are. A side's entry is its own word, as far as its review lets it reach, and never the other's; only the keeper of both
/// sides' books (no side) is believed what the two confirmation columns state.
/// </summary>
public readonly record struct Voice(Side? Side, Standing Reaches)
{
    /// <summary>In SQL, over a ledger's table as <c>t</c>.</summary>
    public const string BothConfirmedSql = "t.giver_state = 3 AND t.receiver_state = 3";

    private static readonly Voice Keeper = new(null, Standing.Confirmed);

    /// <summary>The column in which a workbook states a side's confirmation.</summary>
    public static string ColumnOf(Side side) => side switch { Measures.Side.Giver => "帮扶方确认", Measures.Side.Receiver => "受帮扶方确认" };

    public static Side Other(Side side) => side switch { Measures.Side.Giver => Measures.Side.Receiver, Measures.Side.Receiver => Measures.Side.Giver };

    /// <summary>Says, before its first row is stored, that a batch speaks for a side; a batch of which nothing is said is the keeper's.</summary>
    public static void Lend(DbConnection connection, DbTransaction transaction, long partnership, long batch, Side side, Standing reaches) =>
        connection.Execute(
            "INSERT INTO voice (partnership, batch, side, state) VALUES (@partnership, @batch, @side, @reaches) ON CONFLICT DO NOTHING",
            new { partnership, batch, side = side.ToString(), reaches = (int)reaches }, transaction);

    public static Voice Of(DbConnection connection, DbTransaction transaction, long partnership, long batch) =>
        connection.QuerySingleOrDefault<(string Side, long State)?>(
            "SELECT side, state FROM voice WHERE partnership = @partnership AND batch = @batch", new { partnership, batch }, transaction) is { } known
            ? new Voice(Enum.Parse<Side>(known.Side), (Standing)known.State)
            : Keeper;

    /// <summary>What a side says to a version by its mere entry. A side that writes 否 beside its own entry has not confirmed it.</summary>
    public Standing On(Row row, Side side)
    {
        var stated = row.Ledger.Find(ColumnOf(side)) is { } column ? (bool?)row[column] : null;
        if (Side is not { } own)
            return stated == true ? Standing.Confirmed : Standing.Silent;
        return own != side || stated == false ? Standing.Silent : Reaches;
    }

    /// <summary>The same as <see cref="On"/>, in SQL over a ledger's table as <c>t</c>.</summary>
    public static string Sql(Side side)
    {
        var stated = $"""t."{ColumnOf(side)}" """;
        return
            $"""
            coalesce((SELECT CASE WHEN v.side = '{side}' AND coalesce({stated}, 1) = 1 THEN v.state ELSE 0 END FROM voice v
                WHERE v.partnership = t.partnership AND v.batch = t.batch), CASE WHEN {stated} = 1 THEN 3 ELSE 0 END)
            """;
    }

    /// <summary>What a side says to a version by all its words, or by those up to a batch; in SQL over a ledger's table as <c>t</c>.</summary>
    /// <param name="side">Whose word.</param>
    /// <param name="ledger">The ledger's number, in SQL.</param>
    /// <param name="upTo">The last batch that counts, in SQL; null for all.</param>
    public static string LastSql(Side side, string ledger, string? upTo = null) =>
        $"""
        coalesce((SELECT w.state FROM word w WHERE w.partnership = t.partnership AND w.ledger = {ledger} AND w.record = t.record AND w.version = t.version
            AND w.side = '{side}'{(upTo is null ? "" : $" AND w.batch <= {upTo}")} ORDER BY w.batch DESC LIMIT 1), {Sql(side)})
        """;
}
