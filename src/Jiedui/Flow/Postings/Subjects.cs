using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// The subjects that postings are about. The whole print is kept beside the number: two subjects of one number (one chance in 200,000 for ten million people) are
/// refused, not counted as one. A personal key is kept in no other form.
/// </summary>
internal sealed class Subjects(DbConnection connection, long partnership)
{
    private const int FlushAt = 100_000;

    private readonly HashSet<long> known = [];
    private readonly List<NumberedSubject> gathered = [];

    /// <summary>Sees to it that a subject is stored.</summary>
    public void Keep(in NumberedSubject subject)
    {
        if (subject.Number == Posting.NoSubject || !known.Add(subject.Number))
            return;
        gathered.Add(subject);
        if (gathered.Count >= FlushAt)
            Flush();
    }

    /// <summary>The number of a subject, whether it is stored or not.</summary>
    public static long NumberOf(Subject? subject, KeyedHash prints) => NumberedSubject.Of(subject, prints).Number;

    /// <summary>Writes what was gathered.</summary>
    /// <exception cref="DbException">Two subjects have one number.</exception>
    public void Flush()
    {
        // In the order of the table: neighbours go to one page.
        var (numbers, places) = (gathered.ConvertAll(subject => subject.Number).ToArray(), Enumerable.Range(0, gathered.Count).ToArray());
        Array.Sort(numbers, places);
        using (var insert = BulkInsert.Into(
            connection, "subject", ["partnership", "id", "hash", "label", "part_of"],
            "ON CONFLICT (partnership, id) DO UPDATE SET hash = NULL WHERE subject.hash <> excluded.hash"))
        {
            foreach (var place in places)
            {
                var (number, print, label, partOf) = gathered[place];
                insert.Add(partnership).Add(number).Add(print).Add(label).Add(partOf).End();
            }
        }
        gathered.Clear();
        // Who comes again later is found to be there: to remember everybody would cost more.
        known.Clear();
    }

    /// <summary>The numbers of those whose print was changed.</summary>
    public static IEnumerable<long> Changed(DbConnection connection, DbTransaction transaction, long partnership) => connection
        .Query<(long Id, byte[] Hash)>("SELECT id, hash FROM subject WHERE partnership = @partnership", new { partnership }, transaction, buffered: false)
        .Where(subject => subject.Hash.Length != KeyedHash.PrintBytes || NumberedSubject.NumberOf(KeyedHash.FromStored(subject.Hash)) != subject.Id)
        .Select(subject => subject.Id);
}
