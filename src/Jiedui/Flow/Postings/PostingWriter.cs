using System.Buffers;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>Posts records within one transaction: a new version posts, a corrected or withdrawn one is reversed. Nothing posted is ever changed (design §4.4).</summary>
public sealed class PostingWriter : IDisposable
{
    /// <summary>So many are written at a time, in the order in which they lie: then neighbours go to one page. Some MiB.</summary>
    private const int BlockPostings = 1 << DayShift;

    /// <summary>What is sorted is one number for each: its measure, its day, and where in the block it is.</summary>
    private const int MeasureShift = 41;
    private const int DayShift = 14;

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly Catalogue catalogue;
    private readonly long partnership;
    private readonly KeyedHash prints;
    private readonly Codes codes;
    private readonly Subjects subjects;
    private readonly PartySets parties;
    private readonly Aggregates aggregates;
    private readonly BulkInsert insert;
    private readonly List<Posting> block = [];
    private readonly HashSet<(long Ledger, long Measure)> posted;
    private readonly Dictionary<LedgerType, VersionPostings> versions = [];

    /// <param name="gathered">How many postings with a member are gathered before what is kept beside them is written: more of them cost memory and fewer writes.</param>
    public PostingWriter(DbConnection connection, DbTransaction transaction, Catalogue catalogue, long partnership, KeyedHash prints, int gathered = Aggregates.Gathered)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.partnership = partnership;
        this.prints = prints;
        codes = Codes.Ensure(connection, transaction, catalogue.Ledgers.Select(ledger => ledger.Code).Concat(catalogue.Measures.Select(measure => measure.Code)));
        subjects = new Subjects(connection, partnership);
        parties = new PartySets(connection, transaction, partnership);
        aggregates = new Aggregates(connection, transaction, partnership, codes.Of(catalogue.Measures, Nature.Floor), gathered);
        insert = Posting.Insert(connection);
        posted = [.. connection.Query<(long Ledger, long Measure)>("SELECT ledger, measure FROM posted WHERE partnership = @partnership", new { partnership }, transaction)];
    }

    /// <summary>The number of the set of units that a row names.</summary>
    public long PartiesOf(Row row) => parties.NumberOf(row.Units());

    /// <summary>Reckons what the rows of a ledger post. What it returns is for another thread than the one that writes.</summary>
    public Drafting DraftingOf(LedgerType ledger) => new(ledger, codes, prints);

    /// <summary>Posts what a version says.</summary>
    public void Post(StoredRecord version) => Post(version, DraftingOf(version.Row.Ledger).Of(version.Row));

    /// <summary>Posts what was drafted of a version's row.</summary>
    public void Post(StoredRecord version, ReadOnlySpan<Draft> drafts)
    {
        if (drafts.IsEmpty)
            return;
        var ledger = codes[version.Row.Ledger.Code];
        var isApart = false;
        foreach (ref readonly var draft in drafts)
            isApart |= draft.Day != version.Day;
        for (var line = 0; line < drafts.Length; line++)
        {
            ref readonly var draft = ref drafts[line];
            subjects.Keep(draft.Subject);
            Write(
                new Posting(
                    draft.Measure, draft.Day, ledger, version.Record, version.Version, 1, line + 1, draft.Low, draft.High, draft.Subject.Number, version.Parties,
                    version.Batch, isApart),
                draft.Nature, IsConfirmed(version));
        }
    }

    /// <summary>Learns what these versions posted, for some of them are taken back next.</summary>
    public void Expect(LedgerType ledger, IReadOnlyCollection<StoredRecord> versions)
    {
        if (versions.Count > 0)
            PostedBy(ledger).Expect(versions);
    }

    /// <summary>Takes back what a version posted: as it was posted, even if the rules have changed since.</summary>
    public void Reverse(StoredRecord version, long batch)
    {
        // What this transaction posted itself may still be on its way.
        if (version.Batch == batch)
        {
            WriteBlock();
            insert.Flush();
        }
        foreach (var posting in PostedBy(version.Row.Ledger).Of(version.Record, version.Version, version.Day))
            Write(posting.Reversed(batch), catalogue.Measure(codes.CodeOf(posting.Measure))?.Nature ?? Nature.Flow, IsConfirmed(version));
    }

    /// <summary>Writes postings, subjects and aggregates; call once, before the commit.</summary>
    public void Finish()
    {
        WriteBlock();
        insert.Flush();
        subjects.Finish();
        aggregates.Finish();
    }

    public void Dispose()
    {
        insert.Dispose();
        subjects.Dispose();
        Forget();
    }

    /// <summary>From now on, versions of the ledger are looked for in this measure, too.</summary>
    private void Register(in Posting posting)
    {
        connection.Execute("INSERT INTO posted (partnership, ledger, measure) VALUES (@partnership, @Ledger, @Measure)", new { partnership, posting.Ledger, posting.Measure }, transaction);
        Forget();
    }

    private void Forget()
    {
        foreach (var found in versions.Values)
            found.Dispose();
        versions.Clear();
    }

    private VersionPostings PostedBy(LedgerType ledger)
    {
        if (!versions.TryGetValue(ledger, out var found))
            versions[ledger] = found = new VersionPostings(connection, transaction, partnership, ledger, codes[ledger.Code]);
        return found;
    }

    private static bool IsConfirmed(StoredRecord version) => version is { GiverState: (int)Standing.Confirmed, ReceiverState: (int)Standing.Confirmed };

    private void WriteBlock()
    {
        var postings = CollectionsMarshal.AsSpan(block);
        var pooled = ArrayPool<ulong>.Shared.Rent(postings.Length);
        var order = pooled.AsSpan(0, postings.Length);
        for (var at = 0; at < postings.Length; at++)
            order[at] = (ulong)postings[at].Measure << MeasureShift | (ulong)(uint)postings[at].Day << DayShift | (uint)at;
        order.Sort();
        foreach (var next in order)
            postings[(int)(next & (BlockPostings - 1))].Write(insert, partnership);
        ArrayPool<ulong>.Shared.Return(pooled);
        block.Clear();
    }

    private void Write(in Posting posting, Nature nature, bool isConfirmed)
    {
        if (posted.Add((posting.Ledger, posting.Measure)))
            Register(posting);
        block.Add(posting);
        if (block.Count == BlockPostings)
            WriteBlock();
        aggregates.Add(posting, nature);
        if (isConfirmed)
            aggregates.Add(posting.AsConfirmed(), nature);
    }
}
