using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Indicators;

/// <summary>From a figure back to its postings, their records and the cells that those came from.</summary>
internal sealed class Traces(DbConnection connection, Catalogue catalogue, PostingSums sums)
{
    private readonly Dictionary<long, (string File, string Sheet, Dictionary<string, string> Letters)> sheets = [];

    public IReadOnlyList<TraceLine> Of(Indicator indicator, FigureQuery query, int limit, int offset)
    {
        var lines = new List<TraceLine>();
        foreach (var measure in indicator.Formula.Measures)
        {
            var found = LinesOf(measure, AskedOf(indicator, measure, query), limit - lines.Count, Math.Max(0, offset), out var all);
            lines.AddRange(found);
            offset -= (int)all;
            if (lines.Count >= limit)
                break;
        }
        return lines;
    }

    /// <summary>How a measure is asked for: a yield's base counts whenever it was put in; see <see cref="Figures"/>.</summary>
    public static FigureQuery AskedOf(Indicator indicator, Measure measure, FigureQuery query) => indicator.Formula is YieldFormula yield && measure == yield.Denominator
        ? Figures.BaseOf(query) with { Grade = query.Grade }
        : query;

    /// <summary>The records behind a measure, each with what it adds; for a stock only those that still stand.</summary>
    public static string Behind(PostingFilter filter, bool upToDate) =>
        $"""
        SELECT ledger, record, version, min(day) AS day, CAST(sum(coalesce(low, high)) AS BIGINT) AS amount FROM posting p WHERE {filter.OnPostings}
        GROUP BY ledger, record, version HAVING sum(sign) > 0{(upToDate ? " AND sum(coalesce(low, high)) <> 0" : "")}
        """;

    private List<TraceLine> LinesOf(Measure measure, FigureQuery query, int limit, int offset, out long all)
    {
        var filter = sums.Filter(measure, query, measure.Nature == Nature.Stock);
        var grouped = Behind(filter, measure.Nature == Nature.Stock);
        all = connection.ExecuteScalar<long>($"SELECT count(*) FROM ({grouped}) behind", filter.Parameters);
        filter.Parameters.AddDynamicParams(new { limit, offset });
        var order = measure.Nature == Nature.Floor ? "amount, day" : "day";
        var lines = connection.Query<(long Ledger, long Record, int Version, int Day, long? Amount)>(
            $"{grouped} ORDER BY {order}, ledger, record LIMIT @limit OFFSET @offset", filter.Parameters)
            .Select(line => Line(measure, query.Partnership, line.Ledger, line.Record, line.Version, line.Day, line.Amount)).ToList();
        var pieces = RecordGrades.Pieces(
            connection, query.Partnership, lines.DistinctBy(line => line.Of).ToDictionary(line => line.Of, line => line.Named),
            query.AsOf is { } moment ? Batches.LastAt(connection, moment) : null);
        return lines.ConvertAll(line => line.Line with { Evidence = pieces[line.Of] });
    }

    private (TraceLine Line, RecordRef Of, string? Named) Line(Measure measure, long partnership, long ledgerNumber, long record, int version, int day, long? amount)
    {
        var ledger = catalogue.Ledger(sums.Codes.CodeOf(ledgerNumber))!;
        var (sheet, row, named) = connection.QuerySingle<(long, int, string?)>(
            $"""SELECT sheet, row, "佐证材料" FROM {new LedgerTable(ledger).Name} WHERE partnership = @partnership AND record = @record AND version = @version""",
            new { partnership, record, version });
        var source = SheetOf(sheet);
        var column = ledger.Posts.First(rule => rule.Measure == measure).Source?.Name;
        var letter = column is not null && source.Letters.TryGetValue(column, out var own) ? own : source.Letters.Values.FirstOrDefault("A");
        var line = new TraceLine(
            ledger.Code, record, version, source.File, source.Sheet, letter + row.ToString(System.Globalization.CultureInfo.InvariantCulture),
            amount / (decimal?)measure.Scale, DayNumber.ToDay(day), 0);
        return (line, new RecordRef(ledger.Code, record), named);
    }

    private (string File, string Sheet, Dictionary<string, string> Letters) SheetOf(long id)
    {
        if (sheets.TryGetValue(id, out var known))
            return known;
        var (file, sheet, letters) = connection.QuerySingleOrDefault<(string?, string?, string?)>(
            "SELECT f.name, s.name, s.letters FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE s.id = @id", new { id });
        return sheets[id] = (file ?? "", sheet ?? "", letters is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(letters)!);
    }
}
