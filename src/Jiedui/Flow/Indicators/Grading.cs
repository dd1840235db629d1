using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Storage;

namespace Jiedui.Flow.Indicators;

/// <summary>Counts the records behind a figure by the grade of their evidence: the same records that its trace lists.</summary>
internal sealed class Grading(DbConnection connection, Catalogue catalogue, PostingSums sums)
{
    public GradeCounts Of(Indicator indicator, FigureQuery query)
    {
        var measures = indicator.Formula.Measures;
        if (HaveNone(measures, query))
            return new GradeCounts(0, 0, 0, sums.Behind(indicator, query));
        var counts = measures is [var only] ? Counted(only, Traces.AskedOf(indicator, only, query)) : Once(indicator, query);
        return new GradeCounts(
            counts.GetValueOrDefault(EvidenceGrade.Voucher), counts.GetValueOrDefault(EvidenceGrade.Photo), counts.GetValueOrDefault(EvidenceGrade.Statement),
            counts.GetValueOrDefault(EvidenceGrade.None));
    }

    /// <summary>Whether no record of the measures' ledgers has any evidence, and none of them feeds two of the measures: then none need be looked at to count them.</summary>
    private bool HaveNone(IReadOnlyList<Measure> measures, FigureQuery query)
    {
        var ledgers = measures.SelectMany(catalogue.Feeding).ToList();
        return query.Grade is null && ledgers.Distinct().Count() == ledgers.Count && !ledgers.Exists(ledger => RecordGrades.HasAny(connection, query.Partnership, ledger));
    }

    private Dictionary<EvidenceGrade, long> Counted(Measure measure, FigureQuery query)
    {
        var (sql, parameters) = Graded(measure, query);
        return connection.Query<(long Grade, long Records)>($"SELECT grade, count(*) FROM ({sql}) graded GROUP BY grade", parameters)
            .ToDictionary(line => (EvidenceGrade)line.Grade, line => line.Records);
    }

    /// <summary>A record that feeds two of a formula's measures counts once.</summary>
    private Dictionary<EvidenceGrade, long> Once(Indicator indicator, FigureQuery query)
    {
        var grades = new Dictionary<(long, long), EvidenceGrade>();
        foreach (var measure in indicator.Formula.Measures)
        {
            var (sql, parameters) = Graded(measure, Traces.AskedOf(indicator, measure, query));
            foreach (var (ledger, record, grade) in connection.Query<(long, long, long)>(sql, parameters, buffered: false))
                grades[(ledger, record)] = (EvidenceGrade)grade;
        }
        return grades.Values.CountBy(grade => grade).ToDictionary(pair => pair.Key, pair => (long)pair.Value);
    }

    private (string Sql, DynamicParameters Parameters) Graded(Measure measure, FigureQuery query)
    {
        var filter = sums.Filter(measure, query, measure.Nature == Nature.Stock);
        var behind = new RecordsBehind(connection, filter, measure, catalogue.IsByNames(measure)).All;
        var perLedger = catalogue.Feeding(measure).Select(ledger =>
            $"""
            SELECT s.ledger, s.record, {(HasLinks(ledger, query) ? RecordGrades.Sql(ledger, query.AsOf is not null) : RecordGrades.UnlinkedSql)} AS grade FROM ({behind}) s
            JOIN {new LedgerTable(ledger).Name} t ON t.partnership = @partnership AND t.record = s.record AND t.version = s.version
            WHERE s.ledger = {sums.Codes[ledger.Code].ToString(CultureInfo.InvariantCulture)}
            """);
        return (string.Join(" UNION ALL ", perLedger), filter.Parameters);
    }

    /// <summary>Whether any file is tied to a record of a ledger: where none is, no record need be asked for its own.</summary>
    private bool HasLinks(LedgerType ledger, FigureQuery query) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM (SELECT 1 FROM evidence_link WHERE partnership = @Partnership AND ledger = @Code LIMIT 1) links", new { query.Partnership, ledger.Code }) > 0;
}
