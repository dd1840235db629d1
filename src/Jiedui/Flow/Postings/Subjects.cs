using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// The numbers of subjects: the print of their kind and key, cut to 63 bits, so that a number is reckoned and never looked for. The whole print is kept beside it:
/// two subjects of one number (one chance in 200,000 for ten million people) are refused, not counted as one. A personal key is kept in no other form.
/// </summary>
internal sealed class Subjects(DbConnection connection, long partnership, KeyedHash prints)
{
    private const int FlushAt = 100_000;

    private readonly HashSet<long> known = [];
    private readonly List<(long Number, UInt128 Print, string? Label, long? PartOf)> gathered = [];
    private (Subject Subject, long Number)? last;

    public long NumberOf(Subject? subject)
    {
        if (subject is null)
            return Posting.NoSubject;
        // A row's postings are mostly about one subject.
        if (last is { } same && same.Subject == subject)
            return same.Number;
        var print = PrintOf(subject, prints);
        var number = NumberOf(print);
        if (known.Add(number))
        {
            var partOf = NumberOf(subject.PartOf);
            gathered.Add((number, print, subject.IsPersonal ? null : subject.Label, partOf == Posting.NoSubject ? null : partOf));
            if (gathered.Count >= FlushAt)
                Flush();
        }
        last = (subject, number);
        return number;
    }

    /// <summary>The number of a subject, whether it is stored or not.</summary>
    public static long NumberOf(Subject? subject, KeyedHash prints) => subject is null ? Posting.NoSubject : NumberOf(PrintOf(subject, prints));

    /// <summary>Writes what was gathered.</summary>
    /// <exception cref="DbException">Two subjects have one number.</exception>
    public void Flush()
    {
        // In the order of the table: neighbours go to one page.
        gathered.Sort((left, right) => left.Number.CompareTo(right.Number));
        using (var insert = BulkInsert.Into(
            connection, "subject", ["partnership", "id", "hash", "label", "part_of"],
            "ON CONFLICT (partnership, id) DO UPDATE SET hash = NULL WHERE subject.hash <> excluded.hash"))
        {
            foreach (var (number, print, label, partOf) in gathered)
                insert.Add(partnership).Add(number).Add(print).Add(label).Add(partOf).End();
        }
        gathered.Clear();
    }

    /// <summary>The numbers of those whose print was changed.</summary>
    public static IEnumerable<long> Changed(DbConnection connection, DbTransaction transaction, long partnership) => connection
        .Query<(long Id, byte[] Hash)>("SELECT id, hash FROM subject WHERE partnership = @partnership", new { partnership }, transaction, buffered: false)
        .Where(subject => subject.Hash.Length != KeyedHash.PrintBytes || NumberOf(KeyedHash.FromStored(subject.Hash)) != subject.Id)
        .Select(subject => subject.Id);

    private static UInt128 PrintOf(Subject subject, KeyedHash prints) => prints.Of(subject.Kind + '\u001f' + subject.Key);

    /// <summary>Never zero, which is no subject.</summary>
    private static long NumberOf(UInt128 print) => (long)(print >> 65) is var number and not Posting.NoSubject ? number : 1;
}
