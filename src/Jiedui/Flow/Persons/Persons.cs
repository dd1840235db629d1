using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Storage;

namespace Jiedui.Flow.Persons;

/// <summary>
/// What the books hold of one person, and its erasure on request (个人信息保护法 第四十七条): the personal columns of every version and the evidence behind the
/// records go, the counts, the pseudonym by which the person is counted once, and the audit stay.
/// </summary>
public sealed class Persons(Database database, Catalogue catalogue)
{
    private readonly EvidenceBook evidence = new(database, catalogue);

    /// <summary>All records that name a person by this whole ID number, telephone number or name, in any version.</summary>
    public IReadOnlyList<PersonRecord> Find(long partnership, string text)
    {
        using var connection = database.Connect();
        return Told(connection, partnership, catalogue.Ledgers.SelectMany(ledger => RecordsIn(connection, ledger, partnership, text.Trim()).Select(record => (ledger, record))));
    }

    /// <summary>What these records hold of persons; of those that hold nothing any more, nothing.</summary>
    public IReadOnlyList<PersonRecord> Of(long partnership, IEnumerable<(LedgerType Ledger, long Record)> records)
    {
        using var connection = database.Connect();
        return Told(connection, partnership, records.Distinct());
    }

    /// <summary>Erases the personal data of these records, all versions of them, in one transaction. It cannot be undone.</summary>
    /// <returns>How many versions were erased; those that already were are not counted.</returns>
    public int Erase(long partnership, IEnumerable<(LedgerType Ledger, long Record)> records, string reason, string actor)
    {
        using var connection = database.Connect();
        Erasing.Prepare(connection);
        var chosen = records.Distinct().ToList();
        var erased = Erase(connection, partnership, chosen, Mask.Within(reason), actor);
        if (erased == 0)
            return 0;
        // The files first: the other takes long on a server.
        evidence.DestroyErased(connection);
        Erasing.Finish(connection, [.. chosen.Select(record => new LedgerTable(record.Ledger).Name), "evidence_link"]);
        return erased;
    }

    private int Erase(DbConnection connection, long partnership, List<(LedgerType Ledger, long Record)> chosen, string reason, string actor)
    {
        using var transaction = Database.BeginWriting(connection);
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "erasure", actor, "", reason);
        var codes = Codes.Load(connection, transaction);
        var erased = chosen.SelectMany(record => Erase(connection, transaction, codes, partnership, record.Ledger, record.Record, batch)).ToList();
        if (erased.Count == 0)
            return 0;
        chosen.ForEach(record => evidence.Erase(connection, transaction, record.Ledger, partnership, record.Record, batch, actor));
        Deeds.Tell(connection, transaction, batch, partnership, "Erasure", actor, new ErasureTold(reason, erased));
        transaction.Commit();
        return erased.Count;
    }

    private List<PersonRecord> Told(DbConnection connection, long partnership, IEnumerable<(LedgerType Ledger, long Record)> records)
    {
        var book = new LedgerBook(connection, database.Vault);
        var told = new List<PersonRecord>();
        foreach (var (ledger, record) in records)
        {
            var versions = book.Versions(ledger, new Reach(partnership), record);
            if (versions.Count(version => !version.IsErased) is > 0 and var unerased)
                told.Add(new PersonRecord(ledger, record, Masked(versions), unerased, evidence.Of(connection, ledger, partnership, record).Count));
        }
        return told;
    }

    private List<ErasedVersion> Erase(DbConnection connection, DbTransaction transaction, Codes codes, long partnership, LedgerType ledger, long record, long batch)
    {
        var table = new LedgerTable(ledger);
        var versions = connection.Query<(long Version, long Day)>(
            $"SELECT version, day FROM {table.Name} WHERE partnership = @partnership AND record = @record AND erased IS NULL", new { partnership, record }, transaction).ToList();
        connection.Execute(
            $"""
            UPDATE {table.Name} SET sealed = NULL, erased = @batch{string.Concat(table.PrintFields.Select(field => $", {field} = NULL"))}
            WHERE partnership = @partnership AND record = @record AND erased IS NULL
            """,
            new { batch, partnership, record }, transaction);
        using var posted = new VersionPostings(connection, transaction, partnership, ledger, codes[ledger.Code]);
        return versions.ConvertAll(version => new ErasedVersion(
            ledger.Code, record, (int)version.Version, PostingSeal.Of(posted.Of(record, version.Version, (int)version.Day), database.Vault.Prints)));
    }

    private List<long> RecordsIn(DbConnection connection, LedgerType ledger, long partnership, string text)
    {
        var parameters = new DynamicParameters(new { partnership });
        var conditions = new List<string>();
        foreach (var column in ledger.Columns.Where(column => column.IsPersonal && LedgerTable.CanAskFor(column)))
        {
            parameters.Add($"p{conditions.Count}", LedgerTable.Asked(column, column.Kind == ColumnKind.IdNumber ? text.ToUpperInvariant() : text, database.Vault.Prints));
            conditions.Add($"{LedgerTable.FieldOf(column)} = @p{conditions.Count}");
        }
        return conditions.Count == 0
            ? []
            : [.. connection.Query<long>($"SELECT DISTINCT record FROM {new LedgerTable(ledger).Name} WHERE partnership = @partnership AND ({string.Join(" OR ", conditions)}) ORDER BY record", parameters)];
    }

    private static string Masked(IReadOnlyList<Record> versions) => string.Join(
        '、',
        versions[0].Row.Ledger.Columns.Where(column => column.IsPersonal && versions[0].Row.Has(column))
            .Select(column => $"{column.Name} {Mask.Personal(column, CellText.Of(versions[0].Row[column]))}"));
}
