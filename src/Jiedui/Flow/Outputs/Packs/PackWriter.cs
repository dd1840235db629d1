using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Postings;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>
/// 证据包: one zip with a report, its figures, the postings and records behind them and their evidence, from which every figure can be reckoned again without this
/// installation. Large parts pass through in a stream.
/// </summary>
public sealed class PackWriter
{
    private readonly Database database;
    private readonly DbConnection connection;
    private readonly Catalogue catalogue;
    private readonly PackRequest request;
    private readonly Figures figures;
    private readonly LedgerBook book;
    private readonly Codes codes;
    private readonly Dictionary<long, long> subjects = [];
    private readonly Dictionary<string, HashSet<(long Record, int Version)>> records = [];
    private readonly Dictionary<(string Ledger, long Record), IReadOnlyList<PackedEvidence>> evidence = [];
    private readonly List<PackedLack> missing = [];
    private long postings;

    private PackWriter(Database database, DbConnection connection, Catalogue catalogue, PackRequest request)
    {
        this.database = database;
        this.connection = connection;
        this.catalogue = catalogue;
        this.request = request;
        figures = new Figures(connection, catalogue, database.Vault);
        book = new LedgerBook(connection, database.Vault);
        codes = Codes.Load(connection);
    }

    /// <param name="connection">Used for nothing else meanwhile; the report reads by it too.</param>
    public static PackResult Write(Database database, DbConnection connection, Catalogue catalogue, PackRequest request, Stream to)
    {
        // All is read as it stood at one moment.
        using var moment = Database.BeginReading(connection);
        return new PackWriter(database, connection, catalogue, request).Write(to);
    }

    private PackResult Write(Stream to)
    {
        using var zip = new PackZip(to, database.Vault.Suite);
        var report = request.Report();
        var facts = FactsOf(report);
        var scope = new PackScope(facts.Select(fact => (fact.Figure.Indicator, fact.Figure.Query)), book.UnitsOf(request.Query.Partnership));
        zip.Add(PackParts.Word, part => ReportWriter.For(".docx")(report, part));
        zip.Add(PackParts.Page, part => ReportWriter.For(".html")(report, part));
        zip.AddJson(PackParts.Facts, facts.Select(fact => fact.Packed));
        zip.AddJson(PackParts.Definitions, facts.Select(fact => fact.Figure.Indicator).Distinct().Select(PackDefinitions.Of));
        zip.AddJson(PackParts.Partnership, new PackedPartnership(
            request.Partnership.Id, request.Partnership.Giver, request.Partnership.Receiver, request.Partnership.From, request.Partnership.To));
        zip.AddLines(PackParts.Units, book.FinderOf(request.Query.Reach).ToldWithPaths().Select(unit =>
            new PackedUnit(unit.Id, unit.Name, unit.Kind, unit.Code, unit.Parent, unit.Side?.ToString())));
        zip.AddLines(PackParts.Postings, scope.Measures.SelectMany(measure => Postings(measure, scope.Condition(measure))));
        zip.AddLines(PackParts.Subjects, Subjects());
        var packed = 0L;
        foreach (var ledger in catalogue.Ledgers.Where(ledger => records.ContainsKey(ledger.Code)))
        {
            zip.AddLines(PackParts.Records(ledger.Code), Records(ledger));
            packed += records[ledger.Code].Count;
        }
        zip.AddLines(PackParts.Missing, missing);
        var files = evidence.Values.SelectMany(of => of).Where(file => file.Content is not null).DistinctBy(PackParts.Evidence).ToList();
        foreach (var file in files)
            zip.Add(PackParts.Evidence(file)!, part => part.Write(file.Content!()));
        zip.AddJson(PackParts.AuditHead, request.AuditHead);
        var made = DateTimeOffset.UtcNow;
        zip.Add(PackParts.Index, part => PackPage.Write(
            part, catalogue, request, report, [.. facts.Select(fact => new PagedFact(fact.Packed, fact.Figure))], Trace, EvidenceOf, missing, zip.Parts, database.Vault.Suite, made));
        var hash = zip.AddJson(PackParts.Manifest, new PackManifest(
            PackManifest.PresentFormat, ProgramVersion(), made, request.MadeBy, database.Vault.Suite.ToString(), PackPage.NameOf(database.Vault.Suite), [.. zip.Parts]));
        zip.Add(PackParts.ManifestDigest, part => part.Write(Encoding.ASCII.GetBytes(hash)));
        return new PackResult(hash, facts.Count, packed, postings, files.Count);
    }

    /// <summary>What the report states, and every other indicator that can be told.</summary>
    private List<(PackedFact Packed, Figure Figure)> FactsOf(ReportDocument report)
    {
        var facts = report.Facts.Select(fact => (Packed: Packed(fact.Id, fact.Figure, inReport: true), fact.Figure)).ToList();
        var known = facts.Select(fact => fact.Packed.Id).ToHashSet();
        foreach (var indicator in catalogue.Indicators.Where(indicator => figures.Answers(indicator, request.Query)))
        {
            var id = FactId.Of(indicator.Code, request.Query);
            if (known.Add(id) && figures.Of(indicator, request.Query) is { HasData: true, Records: > 0 } figure)
                facts.Add((Packed(id, figure, inReport: false), figure));
        }
        return facts;
    }

    private PackedFact Packed(string id, Figure figure, bool inReport) => new(
        id, figure.Indicator.Code, figure.Indicator.Name, figure.Value, figure.Low, figure.High, figure.Indicator.Unit, figure.Records, inReport, PackedQuery.Of(figure.Query),
        figures.Grades(figure.Indicator, figure.Query));

    /// <summary>What stands: what was taken back adds nothing, and is left out with what took it back.</summary>
    private IEnumerable<PackedPosting> Postings(string measure, string condition)
    {
        using var reader = connection.ExecuteReader(
            $"""
            SELECT p.day, p.ledger, p.record, p.version, p.low, p.high, p.subject, coalesce(s.units, '') FROM posting p
            LEFT JOIN parties s ON s.partnership = p.partnership AND s.id = p.parties
            WHERE p.partnership = @Partnership AND p.measure = @measure AND p.sign = 1 AND p.batch <= @last AND {condition}
                AND NOT EXISTS (SELECT 1 FROM posting r WHERE r.partnership = p.partnership AND r.measure = p.measure AND r.day = p.day AND r.ledger = p.ledger
                    AND r.record = p.record AND r.version = p.version AND r.sign = -1 AND r.line = p.line AND r.batch <= @last)
            ORDER BY p.day, p.ledger, p.record
            """,
            new { request.Query.Partnership, measure = codes[measure], last = LastBatch });
        while (reader.Read())
        {
            var (ledger, record, version) = (codes.CodeOf(reader.GetInt64(1)), reader.GetInt64(2), reader.GetInt32(3));
            if (!records.TryGetValue(ledger, out var ofLedger))
                records[ledger] = ofLedger = [];
            ofLedger.Add((record, version));
            postings++;
            yield return new PackedPosting(
                measure, reader.GetInt32(0), reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetInt64(5), 1, NumberOf(reader.GetInt64(6)),
                [.. reader.GetString(7).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))], ledger, record, version);
        }
    }

    private IEnumerable<PackedSubject> Subjects()
    {
        foreach (var (subject, partOf) in connection.Query<(long, long)>(
            "SELECT id, part_of FROM subject WHERE partnership = @Partnership AND part_of IS NOT NULL ORDER BY id", new { request.Query.Partnership }, buffered: false))
        {
            if (subjects.TryGetValue(subject, out var number))
                yield return new PackedSubject(number, NumberOf(partOf));
        }
    }

    private IEnumerable<PackedRecord> Records(LedgerType ledger)
    {
        var wanted = records[ledger.Code];
        foreach (var record in request.Query.AsOf is { } moment ? book.AllAsOf(ledger, request.Query.Reach, moment) : book.All(ledger, request.Query.Reach))
        {
            if (!wanted.Contains((record.Id, record.Version)))
                continue;
            var files = EvidenceOf(ledger.Code, record.Id);
            var packed = new PackedRecord(
                record.Id, record.Version, DayNumber.Of(ledger.DayOf(record.Row)), record.Source.File, record.Source.Sheet, record.Source.RowNumber, record.IsErased, CellJson.Of(record.Row),
                files.Count == 0 ? null : [.. files.Select(file => new PackedPiece(PackParts.Evidence(file), file.Grade, file.Named))])
            {
                Giver = record.Giver,
                Receiver = record.Receiver,
            };
            if (MissingEvidence.Of(ledger.Code, packed) is { } lack)
                missing.Add(lack);
            yield return packed;
        }
    }

    private IReadOnlyList<TraceLine> Trace(Figure figure, int limit) => figures.Trace(figure.Indicator, figure.Query, limit);

    private IReadOnlyList<PackedEvidence> EvidenceOf(string ledger, long record)
    {
        if (evidence.TryGetValue((ledger, record), out var known))
            return known;
        var found = request.EvidenceOf(catalogue.Ledger(ledger)!, record);
        // Most records have none: those are not worth remembering.
        return found.Count == 0 ? found : evidence[(ledger, record)] = found;
    }

    private long LastBatch => field == 0 ? field = request.Query.AsOf is { } moment ? Batches.LastAt(connection, moment) : long.MaxValue : field;

    /// <summary>Numbers of this pack alone: they tell one subject from another, and nothing of who it is.</summary>
    private long NumberOf(long subject)
    {
        if (subject == Posting.NoSubject)
            return 0;
        if (!subjects.TryGetValue(subject, out var number))
            subjects[subject] = number = subjects.Count + 1;
        return number;
    }

    private static string ProgramVersion() => typeof(PackWriter).Assembly.GetName().Version?.ToString() ?? "";
}
