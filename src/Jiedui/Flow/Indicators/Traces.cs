using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
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
            var upToDate = measure.Nature == Nature.Stock;
            var asked = indicator.Formula is YieldFormula yield && measure == yield.Denominator ? Figures.BaseOf(query) : query;
            var found = LinesOf(measure, asked, upToDate, limit - lines.Count, Math.Max(0, offset), out var all);
            lines.AddRange(found);
            offset -= (int)all;
            if (lines.Count >= limit)
                break;
        }
        return lines;
    }

    private List<TraceLine> LinesOf(Measure measure, FigureQuery query, bool upToDate, int limit, int offset, out long all)
    {
        var filter = sums.Filter(measure, query, upToDate);
        var standing = upToDate ? " AND sum(coalesce(low, high)) <> 0" : "";
        var grouped =
            $"""
            SELECT ledger, record, version, min(day) AS day, sum(coalesce(low, high)) AS amount FROM posting p WHERE {filter.OnPostings}
            GROUP BY ledger, record, version HAVING sum(sign) > 0{standing}
            """;
        all = connection.ExecuteScalar<long>($"SELECT count(*) FROM ({grouped})", filter.Parameters);
        filter.Parameters.AddDynamicParams(new { limit, offset });
        var order = measure.Nature == Nature.Floor ? "amount, day" : "day";
        return
        [
            .. connection.Query<(long Ledger, long Record, int Version, int Day, long? Amount)>(
                $"{grouped} ORDER BY {order}, ledger, record LIMIT @limit OFFSET @offset", filter.Parameters)
                .Select(line => Line(measure, query.Partnership, line.Ledger, line.Record, line.Version, line.Day, line.Amount)),
        ];
    }

    private TraceLine Line(Measure measure, long partnership, long ledgerNumber, long record, int version, int day, long? amount)
    {
        var ledger = catalogue.Ledger(sums.Codes.CodeOf(ledgerNumber))!;
        var (sheet, row, evidence) = connection.QuerySingle<(long, int, string?)>(
            $"""SELECT sheet, row, "佐证材料" FROM {new LedgerTable(ledger).Name} WHERE partnership = @partnership AND record = @record AND version = @version""",
            new { partnership, record, version });
        var source = SheetOf(sheet);
        var column = ledger.Posts.First(rule => rule.Measure == measure).Source?.Name;
        var letter = column is not null && source.Letters.TryGetValue(column, out var own) ? own : source.Letters.Values.FirstOrDefault("A");
        return new TraceLine(
            ledger.Code, record, version, source.File, source.Sheet, letter + row.ToString(System.Globalization.CultureInfo.InvariantCulture),
            amount / (decimal?)measure.Scale, DayNumber.ToDay(day), evidence is null ? 0 : JsonSerializer.Deserialize<string[]>(evidence)!.Length);
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
