using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;

namespace Jiedui.App.Reporting;

/// <summary>Proposals as people read them: what the ledgers say of person and opening, the score, and why. Personal data is masked unless it may be seen.</summary>
public sealed class ProposalList(LedgerBook book, MatchingType matching, long partnership, bool isClear = false)
{
    /// <summary>Up to so many records are asked for one by one; for more the ledger is read through once.</summary>
    private const int Few = 200;

    /// <summary>What a file of this ending is written as; null where it is none of ours.</summary>
    public static ExportFormat? FormatOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".xlsx" => ExportFormat.Xlsx,
        ".csv" => ExportFormat.Csv,
        _ => null,
    };

    /// <returns>How many proposals were written.</returns>
    public long Write(MatchResult result, ExportFormat format, Stream stream)
    {
        IReadOnlyList<(string, bool)> columns =
            [.. matching.People.Shown.Concat(matching.Openings.Shown).Select(column => (column.Name, false)), ("得分", true), ("理由", false)];
        var rows = Of([.. result.Proposals()]).Select(row => (IReadOnlyList<string>)
            [.. row.Person, .. row.Opening, row.Proposal.Score.ToString(CultureInfo.InvariantCulture), row.Proposal.Told]);
        return new TableExport(matching.Name, columns).Write(format, rows, stream);
    }

    public IReadOnlyList<ShownProposal> Of(IReadOnlyList<Proposal> proposals)
    {
        var people = Cells(matching.People.Ledger, matching.People.Shown, [.. proposals.Select(proposal => proposal.Person)]);
        var openings = Cells(matching.Openings.Ledger, matching.Openings.Shown, [.. proposals.Select(proposal => proposal.Opening)]);
        // A record that was withdrawn meanwhile is proposed no longer.
        return
        [
            .. proposals.Where(proposal => people.ContainsKey(proposal.Person) && openings.ContainsKey(proposal.Opening))
                .Select(proposal => new ShownProposal(proposal, people[proposal.Person], openings[proposal.Opening])),
        ];
    }

    private Dictionary<long, IReadOnlyList<string>> Cells(LedgerType ledger, IReadOnlyList<Column> columns, HashSet<long> records)
    {
        var reach = new Reach(partnership);
        var cells = new WrittenCells(book.UnitsOf(partnership));
        var found = records.Count <= Few
            ? records.Select(record => book.Versions(ledger, reach, record)).Where(versions => versions is [{ IsCurrent: true }, ..]).Select(versions => versions[0])
            : book.AllByNumber(ledger, reach).Where(record => records.Contains(record.Id));
        return found.ToDictionary(
            record => record.Id, record => (IReadOnlyList<string>)[.. columns.Select(column => isClear ? cells.Of(record.Row, column) : cells.Masked(record.Row, column))]);
    }
}

/// <param name="Person">What is shown of the person, column by column.</param>
/// <param name="Opening">What is shown of the opening.</param>
public sealed record ShownProposal(Proposal Proposal, IReadOnlyList<string> Person, IReadOnlyList<string> Opening);
