using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Postings;

/// <summary>The numbers of subjects, by the hash of their kind and key; a personal key is kept in no other form.</summary>
internal sealed class Subjects
{
    private readonly Dictionary<Subject, long> known = [];
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly long partnership;
    private readonly bool startedEmpty;
    private long last;

    public Subjects(DbConnection connection, DbTransaction transaction, long partnership)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.partnership = partnership;
        last = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM subject WHERE partnership = @partnership", new { partnership }, transaction);
        startedEmpty = last == 0;
    }

    public long NumberOf(Subject? subject)
    {
        if (subject is null)
            return Posting.NoSubject;
        if (known.TryGetValue(subject, out var number))
            return number;
        return known[subject] = FindOrAdd(subject);
    }

    public static byte[] HashOf(Subject subject) => RecordWriter.Fingerprint(subject.Kind + '\u001f' + subject.Key);

    private long FindOrAdd(Subject subject)
    {
        var hash = HashOf(subject);
        if (!startedEmpty &&
            connection.QuerySingleOrDefault<long?>("SELECT id FROM subject WHERE partnership = @partnership AND hash = @hash", new { partnership, hash }, transaction) is { } stored)
        {
            return stored;
        }
        var partOf = NumberOf(subject.PartOf);
        connection.Execute(
            "INSERT INTO subject (partnership, id, hash, label, part_of) VALUES (@partnership, @id, @hash, @label, @partOf)",
            new { partnership, id = ++last, hash, label = subject.IsPersonal ? null : subject.Label, partOf = partOf == Posting.NoSubject ? (long?)null : partOf }, transaction);
        return last;
    }
}
