using System.Data.Common;
using System.Globalization;
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
        var passed = Math.Max(0, offset);
        foreach (var measure in indicator.Formula.Measures)
        {
            var asked = AskedOf(indicator, measure, query);
            var filter = sums.Filter(measure, asked, measure.Nature == Nature.Stock);
            if (measure.Nature == Nature.Floor && sums.ValueOfLowest(measure, filter, (long)passed + limit) is { } most)
                filter.UpTo(most);
            foreach (var part in new RecordsBehind(connection, filter, measure, catalogue.IsByNames(measure)).InOrder)
            {
                if (lines.Count == limit)
                    return lines;
                lines.AddRange(LinesOf(measure, asked, filter, part, limit - lines.Count, ref passed));
            }
        }
        return lines;
    }

    /// <summary>How a measure is asked for: a yield's base counts whenever it was put in; see <see cref="Figures"/>.</summary>
    public static FigureQuery AskedOf(Indicator indicator, Measure measure, FigureQuery query) => indicator.Formula is YieldFormula yield && measure == yield.Denominator
        ? Figures.BaseOf(query) with { Grade = query.Grade }
        : query;

    /// <param name="part">Some of the records behind the measure, in order.</param>
    /// <param name="passed">How many records are to be passed over; what remains of it for the next part.</param>
    private List<TraceLine> LinesOf(Measure measure, FigureQuery query, PostingFilter filter, string part, int limit, ref int passed)
    {
        filter.Parameters.Add("limit", limit);
        filter.Parameters.Add("passed", passed);
        var found = connection.Query<(long Ledger, long Record, long Version, long Day, long? Amount)>($"{part} LIMIT @limit OFFSET @passed", filter.Parameters)
            .Select(line => new Behind(new RecordRef(catalogue.Ledger(sums.Codes.CodeOf(line.Ledger))!.Code, line.Record), (int)line.Version, (int)line.Day, line.Amount)).ToList();
        // Only where a page lies behind this part need one know how long it is.
        passed = found.Count > 0 || passed == 0 ? 0 : passed - (int)connection.ExecuteScalar<long>($"SELECT count(*) FROM ({part}) part", filter.Parameters);

        var origins = found.GroupBy(line => line.Of.Ledger).SelectMany(ledger => Origins(ledger.Key, query.Partnership, ledger)).ToDictionary(origin => (origin.Of, origin.Version));
        var pieces = RecordGrades.Pieces(
            connection, query.Partnership, found.DistinctBy(line => line.Of).ToDictionary(line => line.Of, line => origins[(line.Of, line.Version)].Named),
            query.AsOf is { } moment ? Batches.LastAt(connection, moment) : null);
        return found.ConvertAll(line => Line(measure, line, origins[(line.Of, line.Version)], pieces[line.Of]));
    }

    /// <summary>Where the versions of one ledger came from.</summary>
    private IEnumerable<Origin> Origins(string ledger, long partnership, IEnumerable<Behind> lines) => connection
        .Query<(long Record, long Version, long Sheet, long Row, string? Named)>(
            $"""
            SELECT record, version, sheet, row, "佐证材料" FROM {new LedgerTable(catalogue.Ledger(ledger)!).Name}
            WHERE partnership = @partnership AND record IN {Numbers.Sql(lines.Select(line => line.Of.Record).Distinct())}
            """,
            new { partnership })
        .Select(row => new Origin(new RecordRef(ledger, row.Record), (int)row.Version, row.Sheet, (int)row.Row, row.Named));

    private TraceLine Line(Measure measure, Behind line, Origin origin, int pieces)
    {
        var source = SheetOf(origin.Sheet);
        var column = catalogue.Ledger(line.Of.Ledger)!.Posts.First(rule => rule.Measure == measure).Source?.Name;
        var letter = column is not null && source.Letters.TryGetValue(column, out var own) ? own : source.Letters.Values.FirstOrDefault("A");
        return new TraceLine(
            line.Of.Ledger, line.Of.Record, line.Version, source.File, source.Sheet, letter + origin.Row.ToString(CultureInfo.InvariantCulture),
            line.Amount / (decimal?)measure.Scale, DayNumber.ToDay(line.Day), pieces);
    }

    private (string File, string Sheet, Dictionary<string, string> Letters) SheetOf(long id)
    {
        if (sheets.TryGetValue(id, out var known))
            return known;
        var (file, sheet, letters) = connection.QuerySingleOrDefault<(string?, string?, string?)>(
            "SELECT f.name, s.name, s.letters FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE s.id = @id", new { id });
        return sheets[id] = (file ?? "", sheet ?? "", letters is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(letters)!);
    }

    private readonly record struct Behind(RecordRef Of, int Version, int Day, long? Amount);

    private readonly record struct Origin(RecordRef Of, int Version, long Sheet, int Row, string? Named);
}
