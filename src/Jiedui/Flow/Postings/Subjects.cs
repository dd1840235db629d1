using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The numbers of subjects, by the print of their kind and key; a personal key is kept in no other form.</summary>
internal sealed class Subjects : IDisposable
{
    private readonly Dictionary<UInt128, long> known = [];
    private readonly DbCommand find;
    private readonly BulkInsert insert;
    private readonly KeyedHash prints;
    private readonly long partnership;
    private readonly bool startedEmpty;
    private long last;

    public Subjects(DbConnection connection, DbTransaction transaction, long partnership, KeyedHash prints)
    {
        this.prints = prints;
        this.partnership = partnership;
        find = connection.Prepared(transaction, "SELECT id FROM subject WHERE partnership = $1 AND hash = $2", 2);
        insert = new BulkInsert(connection, "subject", ["partnership", "id", "hash", "label", "part_of"]);
        last = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM subject WHERE partnership = @partnership", new { partnership }, transaction);
        startedEmpty = last == 0;
    }

    public long NumberOf(Subject? subject)
    {
        if (subject is null)
            return Posting.NoSubject;
        var hash = PrintOf(subject, prints);
        if (known.TryGetValue(hash, out var number))
            return number;
        return known[hash] = FindOrAdd(subject, hash);
    }

    public static UInt128 PrintOf(Subject subject, KeyedHash prints) => prints.Of(subject.Kind + '\u001f' + subject.Key);

    public void Dispose()
    {
        find.Dispose();
        insert.Dispose();
    }

    private long FindOrAdd(Subject subject, UInt128 hash)
    {
        if (!startedEmpty && Find(KeyedHash.Stored(hash)) is { } stored)
            return stored;
        var partOf = NumberOf(subject.PartOf);
        insert.Add(partnership).Add(++last).Add(hash).Add(subject.IsPersonal ? null : subject.Label).Add(partOf == Posting.NoSubject ? null : partOf).End();
        return last;
    }

    private long? Find(byte[] hash)
    {
        find.Parameters[0].Value = partnership;
        find.Parameters[1].Value = hash;
        return (long?)find.ExecuteScalar();
    }
}
