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
internal sealed class Subjects(DbConnection connection, long partnership) : IDisposable
{
    private const int Lot = 100_000;

    private readonly HashSet<long> known = [];
    private readonly BulkInsert insert = BulkInsert.Into(
        connection, "subject", ["partnership", "id", "hash", "label", "part_of"], "ON CONFLICT (partnership, id) DO UPDATE SET hash = NULL WHERE subject.hash <> excluded.hash");

    private List<NumberedSubject> gathered = [];

    /// <summary>Sees to it that a subject is stored.</summary>
    public void Keep(in NumberedSubject subject)
    {
        if (subject.Number == Posting.NoSubject || !known.Add(subject.Number))
            return;
        gathered.Add(subject);
        if (gathered.Count >= Lot)
            HandOver();
    }

    /// <summary>The number of a subject, whether it is stored or not.</summary>
    public static long NumberOf(Subject? subject, KeyedHash prints) => NumberedSubject.Of(subject, prints).Number;

    /// <summary>Writes what was gathered; call once, before the commit.</summary>
    /// <exception cref="DbException">Two subjects have one number.</exception>
    public void Finish()
    {
        HandOver();
        insert.Flush();
    }

    public void Dispose() => insert.Dispose();

    private void HandOver()
    {
        if (gathered.Count == 0)
            return;
        var lot = gathered;
        gathered = [];
        insert.Later(() => WriteInOrder(lot));
        // Who comes again later is found to be there: to remember everybody would cost more.
        known.Clear();
    }

    /// <summary>In the order of the table: neighbours go to one page.</summary>
    private void WriteInOrder(List<NumberedSubject> subjects)
    {
        var (numbers, places) = (subjects.ConvertAll(subject => subject.Number).ToArray(), Enumerable.Range(0, subjects.Count).ToArray());
        Array.Sort(numbers, places);
        foreach (var place in places)
        {
            var (number, print, label, partOf) = subjects[place];
            insert.Add(partnership).Add(number).Add(print).Add(label).Add(partOf).End();
        }
    }

    /// <summary>The numbers of those whose print was changed.</summary>
    public static IEnumerable<long> Changed(DbConnection connection, DbTransaction transaction, long partnership) => connection
        .Query<(long Id, byte[] Hash)>("SELECT id, hash FROM subject WHERE partnership = @partnership", new { partnership }, transaction, buffered: false)
        .Where(subject => subject.Hash.Length != KeyedHash.PrintBytes || NumberedSubject.NumberOf(KeyedHash.FromStored(subject.Hash)) != subject.Id)
        .Select(subject => subject.Id);
}
