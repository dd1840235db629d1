using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>
/// The two sides' words on the records: each is kept as it was said, for the version it was said to, and what they have come to is kept with that version, in
/// one transaction. Knows no roles: who may speak, and for which side, was settled before.
/// </summary>
public sealed class BothSides(Database database)
{
    /// <summary>The longest reason that is taken.</summary>
    public const int LongestReason = 500;

    /// <summary>As many record numbers as a deed names one by one.</summary>
    private const int Named = 50;

    /// <summary>Says something to one version of a record.</summary>
    public Reply Say(LedgerType ledger, long partnership, Speaker speaker, Verdict verdict, long record, int version, string reason = "")
    {
        DemandReason(verdict, reason);
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        var query = new RecordQuery(new Reach(partnership));
        var words = new WordStatement(new LedgerTable(ledger), query, speaker, verdict, Target(connection, transaction, partnership, speaker), UnitRegistry.Load(connection, partnership, transaction), database.Vault.Prints);
        if (words.Find(connection, transaction, record) is not { } current)
            return Reply.Unknown;
        if (current.Version != version)
            return Reply.Changed;
        if (current.Own is Standing.Disputed && verdict is Verdict.Confirm && current.Level > (int)speaker.Level)
            return Reply.SpokenAbove;
        if (!words.Fits(current.Own))
            return verdict is Verdict.Dispute && current.Own is not Standing.Disputed ? Reply.SpokenAbove : Reply.Already;
        Write(connection, transaction, words, words.Only([record]), reason);
        transaction.Commit();
        return Reply.Said;
    }

    /// <summary>Says the same to all records of a query, or to those of them that are numbered, as far as the speaker has seen them.</summary>
    public Heard SayAll(LedgerType ledger, RecordQuery query, Speaker speaker, Verdict verdict, Seen seen, IReadOnlyList<long>? records = null, string reason = "")
    {
        DemandReason(verdict, reason);
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        var words = new WordStatement(new LedgerTable(ledger), query, speaker, verdict, Target(connection, transaction, query.Reach.Partnership, speaker), UnitRegistry.Load(connection, query.Reach.Partnership, transaction), database.Vault.Prints, seen);
        if (records is not null)
            words.Only(records);
        var heard = words.Count(connection, transaction);
        if (heard.Said > 0)
        {
            Write(connection, transaction, words, words.Fitting, reason);
            transaction.Commit();
        }
        return heard;
    }

    /// <summary>What <see cref="SayAll"/> would come to, for who has seen all there is.</summary>
    public Heard Foresee(DbConnection connection, LedgerIndexes indexes, LedgerType ledger, RecordQuery query, Speaker speaker, Verdict verdict)
    {
        var target = Target(connection, null, query.Reach.Partnership, speaker);
        var meant = Standings(query.Reach);
        var within = speaker.Within is null ? meant : Standings(new Reach(query.Reach.Partnership, speaker.Within));
        var disputed = within.Where(IsDisputed).Sum(one => one.Records);
        var said = within.Where(one => !IsDisputed(one) && WordStatement.Fits(verdict, speaker.Side == Side.Giver ? one.Giver : one.Receiver, target)).Sum(one => one.Records);
        var all = within.Sum(one => one.Records);
        return new Heard(said, all - disputed - said, disputed, 0, meant.Sum(one => one.Records) - all);

        IReadOnlyList<(Standing Giver, Standing Receiver, long Records)> Standings(Reach reach) => indexes.Standings(connection, ledger, query, database.Vault.Prints, reach);

        static bool IsDisputed((Standing Giver, Standing Receiver, long Records) one) => one.Giver is Standing.Disputed || one.Receiver is Standing.Disputed;
    }

    /// <summary>What a speaker may say to one record that stands so.</summary>
    public static bool Fits(Rules rules, Speaker speaker, Verdict verdict, Standing own) => WordStatement.Fits(verdict, own, rules.StepsOf(speaker.Side).Reached(speaker.Level));

    private static Standing Target(DbConnection connection, DbTransaction? transaction, long partnership, Speaker speaker) =>
        Rules.Of(connection, partnership, transaction).StepsOf(speaker.Side).Reached(speaker.Level);

    private static void Write(DbConnection connection, DbTransaction transaction, WordStatement words, string condition, string reason)
    {
        var kind = words.Verdict switch
        {
            Verdict.Confirm => "Confirmation",
            Verdict.Review => "Review",
            Verdict.Dispute or Verdict.Return => "Dispute",
        };
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, kind.ToLowerInvariant(), words.Speaker.Name, "", reason.Length > 0 ? reason : null);
        words.Insert(connection, transaction, batch, condition);
        var spoken = Spoken.Of(connection, transaction, words.Partnership, batch);
        Deeds.Tell(connection, transaction, batch, words.Partnership, kind, words.Speaker.Name, new
        {
            ledger = words.Ledger.Code,
            count = spoken.Versions.Count,
            side = words.Speaker.Side.ToString(),
            state = (int)words.State,
            records = spoken.Versions.Count <= Named ? spoken.Versions.Select(version => version.Record) : null,
            seal = spoken.Seal(),
        });
    }

    private static void DemandReason(Verdict verdict, string reason)
    {
        if (verdict is Verdict.Dispute or Verdict.Return && reason.Trim().Length is 0 or > LongestReason)
            throw new ArgumentException($"A dispute needs a reason of at most {LongestReason} characters.", nameof(reason));
    }
}
