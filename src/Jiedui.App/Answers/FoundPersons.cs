using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Answers;

/// <summary>Whoever finds a person by a whole ID number, telephone number or name has learned where that person stands in the books: the audit log names the records, never what was looked for.</summary>
public static class FoundPersons
{
    private const int Named = 50;

    /// <summary>One line for each ledger, before anything is shown; none where nobody was found.</summary>
    public static void Note(AuditLog audit, Actor actor, long partnership, IEnumerable<(LedgerType Ledger, long Record)> found)
    {
        foreach (var ledger in found.GroupBy(one => one.Ledger, one => one.Record))
            audit.Note(actor, AuditAct.PersonalSeen, About(ledger.Key, [.. ledger]), Told([.. ledger]), partnership);
    }

    /// <summary>The same for who asked for the records behind a figure of one person.</summary>
    public static void Note(AuditLog audit, Actor actor, FigureQuery query, Catalogue catalogue, IEnumerable<TraceLine> lines) =>
        Note(audit, actor, query.Partnership, lines.Select(line => (Ledger: catalogue.Ledger(line.Ledger)!, line.Record)).Where(line => query.NamesPerson(line.Ledger)));

    /// <summary>The same for who is given the records of a ledger that hold what he searched for, where that was a person.</summary>
    public static void Note(AuditLog audit, Actor actor, LedgerBook book, LedgerType ledger, RecordQuery query)
    {
        if (query.Search is { } search)
            Note(audit, actor, query.Reach.Partnership, book.FindPerson([ledger], query with { Search = null, Person = search }));
    }

    private static string About(LedgerType ledger, IReadOnlyList<long> records) => records is [var only] ? $"{ledger.Code}/{only}" : ledger.Code;

    private static string Told(IReadOnlyList<long> records) =>
        "按证件号、电话或姓名找到" + (records.Count == 1 ? "" : $"第 {string.Join('、', records.Take(Named))}{(records.Count > Named ? $" 等 {records.Count}" : "")} 条");
}
