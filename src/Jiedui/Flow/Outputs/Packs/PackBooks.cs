using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>
/// Books of a pack's own, in a temporary folder and under a key that is thrown away, filled from its parts: in them the same code answers the same questions as in
/// the installation that the pack came from.
/// </summary>
internal sealed class PackBooks : IDisposable
{
    /// <summary>All was stored before any moment that a figure may be asked as of.</summary>
    private const long Batch = 1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jiedui-pack-");
    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly PackedPartnership partnership;
    private readonly Codes codes;
    private DbTransaction? transaction;
    private long links;

    public PackBooks(Catalogue catalogue, PackedPartnership partnership)
    {
        this.catalogue = catalogue;
        this.partnership = partnership;
        database = Database.Open(folder.FullName, catalogue.Ledgers, MasterKey.FromText(MasterKey.NewText()));
        Connection = database.Connect();
        transaction = Database.BeginWriting(Connection);
        codes = Codes.Ensure(Connection, transaction, catalogue.Ledgers.Select(ledger => ledger.Code).Concat(catalogue.Measures.Select(measure => measure.Code)));
        Partnerships.Save(Connection, transaction, partnership.Giver, partnership.Receiver, partnership.From, partnership.To, null);
        Connection.Execute("UPDATE partnership SET id = @Id", new { partnership.Id }, transaction);
        Connection.Execute("INSERT INTO batch (id, at, kind, actor, sender) VALUES (@Batch, '0001-01-01T00:00:00.0000000Z', 'pack', '', '')", new { Batch }, transaction);
    }

    public DbConnection Connection { get; }

    public Figures Figures => field ??= new Figures(Connection, catalogue, database.Vault);

    /// <summary>The units as the pack tells them.</summary>
    public UnitRegistry Fill(IEnumerable<PackedUnit> units)
    {
        foreach (var unit in units)
        {
            Connection.Execute(
                "INSERT INTO unit (partnership, id, name, kind, code, parent, side, batch) VALUES (@partnership, @Id, @Name, @Kind, @Code, @Parent, coalesce(@Side, ''), @Batch)",
                new { partnership = partnership.Id, unit.Id, unit.Name, unit.Kind, unit.Code, unit.Parent, unit.Side, Batch }, transaction);
        }
        return UnitRegistry.Load(Connection, partnership.Id, transaction);
    }

    /// <returns>How many there are.</returns>
    public long Fill(IEnumerable<PackedPosting> postings, IEnumerable<PackedSubject> subjects)
    {
        var parties = new PartySets(Connection, transaction!, partnership.Id);
        var aggregates = new Aggregates(Connection, transaction!, partnership.Id, codes.Of(catalogue.Measures, Nature.Floor), flushAt: int.MaxValue);
        var partOf = subjects.ToDictionary(subject => subject.Subject, subject => subject.PartOf);
        var known = new HashSet<long>();
        using var insert = Posting.Insert(Connection);
        var filled = 0L;
        foreach (var packed in postings)
        {
            var measure = catalogue.Measure(packed.Measure) ?? throw new FormatException($"没有科目“{packed.Measure}”");
            // The days of their versions are not known yet: as what lies apart they are found without.
            var posting = new Posting(
                codes[packed.Measure], packed.Day, codes[packed.Ledger], packed.Record, packed.Version, packed.Sign, (int)++filled, packed.Low, packed.High, packed.Subject,
                parties.NumberOf([.. packed.Parties.Select(id => new Jiedui.Measures.UnitRef(id, ""))]), Batch, IsApart: true);
            Learn(packed.Subject);
            posting.Write(insert, partnership.Id);
            aggregates.Add(posting, measure.Nature);
        }
        insert.Flush();
        aggregates.Flush();
        return filled;

        void Learn(long subject)
        {
            if (subject == Posting.NoSubject || !known.Add(subject))
                return;
            long? whole = partOf.TryGetValue(subject, out var number) ? number : null;
            Connection.Execute(
                "INSERT INTO subject (partnership, id, hash, part_of) VALUES (@partnership, @subject, @hash, @whole)",
                new { partnership = partnership.Id, subject, hash = KeyedHash.Stored((UInt128)subject), whole }, transaction);
            if (whole is { } above)
                Learn(above);
        }
    }

    /// <summary>Call when the postings are filled in.</summary>
    public void Fill(LedgerType ledger, IEnumerable<(PackedRecord Packed, Row Row)> records)
    {
        var table = new LedgerTable(ledger);
        var parties = new PartySets(Connection, transaction!, partnership.Id);
        var confirmed = new List<(long Record, long Version)>();
        using var insert = table.Insert(Connection);
        using var link = Connection.Prepared(
            transaction!, "INSERT INTO evidence_link (partnership, ledger, record, evidence, batch, name, grade, piece) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        foreach (var (packed, row) in records)
        {
            var print = (UInt128)packed.Record;
            table.Write(
                insert,
                new StoredRecord(partnership.Id, packed.Record, packed.Version, row, 0, packed.Row, Batch, null, packed.Day, parties.NumberOf(row.Units()))
                {
                    Key = print,
                    Content = print,
                    GiverState = (int)packed.Giver,
                    ReceiverState = (int)packed.Receiver,
                },
                table.Seal(row, new BoxName(ledger.Code, partnership.Id, print, print), database.Vault));
            if (packed is { Giver: Standing.Confirmed, Receiver: Standing.Confirmed })
                confirmed.Add((packed.Record, packed.Version));
            foreach (var piece in packed.Evidence ?? [])
                Run(link, partnership.Id, ledger.Code, packed.Record, ++links, Batch, Array.Empty<byte>(), (int)piece.Grade, piece.Named);
        }
        insert.Flush();
        using var sums = new ConfirmedPostings(Connection, transaction!, ledger, partnership.Id);
        sums.Count(confirmed, isIn: true);
        sums.Finish();
    }

    /// <summary>From now on it is asked.</summary>
    public void Finish()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    public void Dispose()
    {
        transaction?.Dispose();
        Connection.Dispose();
        database.Release();
        database.Vault.Dispose();
        folder.Delete(recursive: true);
    }

    private static void Run(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
