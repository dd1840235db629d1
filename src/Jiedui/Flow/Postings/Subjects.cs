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
    /// <summary>Persons wait for one another in 16 MiB at most: in order, they come to a new book one behind the other.</summary>
    private const int MostPersons = 1 << 20;

    private const int MostOthers = 100_000;

    private static readonly string[] Fields = ["partnership", "id", "hash", "label", "part_of"];

    private readonly HashSet<long> known = [];
    private readonly BulkInsert insert = BulkInsert.Into(connection, "subject", Fields, "ON CONFLICT (partnership, id) DO UPDATE SET hash = NULL WHERE subject.hash <> excluded.hash");

    /// <summary>The first persons of books that know nobody yet: a server takes what cannot be there already in half the time. Null in others, and when they are written.</summary>
    private BulkInsert? first = IsKnowingNobody(connection, partnership) ? BulkInsert.Into(connection, "subject", Fields) : null;

    private SortedRuns<UInt128> persons = new();
    private UInt128 lastPerson;
    private List<NumberedSubject> others = [];

    /// <summary>Sees to it that a subject is stored.</summary>
    public void Keep(in NumberedSubject subject)
    {
        if (subject.Number == Posting.NoSubject)
            return;
        if (subject is { Label: null, PartOf: null })
            KeepPerson(subject.Print);
        else if (known.Add(subject.Number))
            KeepOther(subject);
    }

    /// <summary>The number of a subject, whether it is stored or not.</summary>
    public static long NumberOf(Subject? subject, KeyedHash prints) => NumberedSubject.Of(subject, prints).Number;

    /// <summary>Writes what was gathered; call once, before the commit.</summary>
    /// <exception cref="DbException">Two subjects have one number.</exception>
    public void Finish()
    {
        WritePersons();
        WriteOthers();
    }

    public void Dispose()
    {
        first?.Dispose();
        insert.Dispose();
    }

    private static bool IsKnowingNobody(DbConnection connection, long partnership) =>
        !connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM subject WHERE partnership = @partnership)", new { partnership });

    private void KeepPerson(UInt128 print)
    {
        // A row's postings are mostly about one.
        if (print == lastPerson)
            return;
        lastPerson = print;
        persons.Add(print);
        if (persons.Count == MostPersons)
            WritePersons();
    }

    private void KeepOther(in NumberedSubject subject)
    {
        others.Add(subject);
        if (others.Count == MostOthers)
            WriteOthers();
    }

    private void WritePersons()
    {
        UInt128? before = null;
        var to = first ?? insert;
        foreach (var print in persons.InOrder())
        {
            if (print != before)
                to.Add(partnership).Add(NumberedSubject.NumberOf(print)).Add(print).AddNothing().AddNothing().End();
            before = print;
        }
        persons = new SortedRuns<UInt128>();
        to.Flush();
        first?.Dispose();
        first = null;
    }

    /// <summary>In the order of the table: neighbours go to one page.</summary>
    private void WriteOthers()
    {
        others.Sort((left, right) => left.Number.CompareTo(right.Number));
        foreach (var (number, print, label, partOf) in others)
            insert.Add(partnership).Add(number).Add(print).Add(label).Add(partOf).End();
        others.Clear();
        insert.Flush();
        // Who comes again later is found to be there: to remember everybody would cost more.
        known.Clear();
    }

    /// <summary>The numbers of those whose print was changed.</summary>
    public static IEnumerable<long> Changed(DbConnection connection, DbTransaction transaction, long partnership) => connection
        .Query<(long Id, byte[] Hash)>("SELECT id, hash FROM subject WHERE partnership = @partnership", new { partnership }, transaction, buffered: false)
        .Where(subject => subject.Hash.Length != KeyedHash.PrintBytes || NumberedSubject.NumberOf(KeyedHash.FromStored(subject.Hash)) != subject.Id)
        .Select(subject => subject.Id);
}
