using System.Text.Json;
using System.Text.Json.Serialization;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>The names of what a pack holds, and how its JSON is written: Chinese readable, names in snake_case.</summary>
internal static class PackParts
{
    public const string Index = "index.html";
    public const string Word = "工作纪实.docx";
    public const string Page = "工作纪实.html";
    public const string Facts = "facts.json";
    public const string Definitions = "definitions.json";
    public const string Partnership = "partnership.json";
    public const string Units = "units.json";
    public const string Postings = "postings.json";
    public const string Subjects = "subjects.json";
    public const string Missing = "missing-evidence.json";
    public const string AuditHead = "audit-head.json";
    public const string Manifest = "manifest.json";
    public const string ManifestDigest = "manifest.digest";

    public static JsonSerializerOptions Json { get; } = new(Jiedui.Storage.Json.Readable)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Records(string ledger) => $"records/{ledger}.json";

    /// <summary>The ledger of a part of records; null for another part.</summary>
    public static string? LedgerOf(string part) =>
        part.StartsWith("records/", StringComparison.Ordinal) && part.EndsWith(".json", StringComparison.Ordinal) ? part["records/".Length..^".json".Length] : null;

    /// <summary>Where a file stands in the pack; null for one that stays behind.</summary>
    public static string? Evidence(PackedEvidence file) => file.Content is null ? null : $"evidence/{file.Sha256}{file.Extension}";
}

/// <summary>What the pack is, and the hash of every other part.</summary>
internal sealed record PackManifest(int Format, string Program, DateTimeOffset Made, string MadeBy, string Suite, string Hash, IReadOnlyList<PackEntry> Parts)
{
    public const int PresentFormat = 1;
}

internal sealed record PackEntry(string Name, long Bytes, string Hash);

internal sealed record PackedPartnership(long Id, string Giver, string Receiver, DateOnly From, DateOnly? To);

internal sealed record PackedUnit(long Id, string Name, string Kind, string? Code, long? Parent, string? Side);

internal sealed record PackedDefinition(string Code, string Name, string Unit, string Kind, int Version, DateOnly ValidFrom, DateOnly? ValidTo, string Definition, IReadOnlyList<string> Measures);

/// <summary>How a figure was asked.</summary>
internal sealed record PackedQuery(
    DateOnly From, DateOnly To, long? Unit, string? UnitName, long? Within, IReadOnlyList<PackedCondition> Where, DateTimeOffset? AsOf, bool Confirmed, EvidenceGrade? Grade)
{
    public static PackedQuery Of(FigureQuery query) => new(
        query.Period.From, query.Period.To, query.Unit?.Id, query.Unit?.Name, query.Within, [.. query.Where.Select(pair => new PackedCondition(pair.Column, pair.Value))],
        query.AsOf, query.ConfirmedOnly, query.Grade);

    public FigureQuery For(long partnership) => new(partnership, new Period(From, To))
    {
        Unit = Unit is { } id ? new UnitRef(id, UnitName ?? "") : null,
        Within = Within,
        Where = [.. Where.Select(condition => (condition.Column, condition.Value))],
        AsOf = AsOf,
        ConfirmedOnly = Confirmed,
        Grade = Grade,
    };
}

internal sealed record PackedCondition(string Column, string Value);

/// <summary>A figure with its query and value.</summary>
/// <param name="InReport">Whether the report states it.</param>
/// <param name="Grades">How many of the records behind it have evidence of which grade.</param>
internal sealed record PackedFact(
    string Id, string Code, string Name, decimal? Value, decimal? Low, decimal? High, string Unit, long Records, bool InReport, PackedQuery Query, GradeCounts Grades);

/// <summary>What a record adds to a measure, in its smallest unit. The subject is a number of this pack alone, behind which nobody can look; 0 for none.</summary>
internal sealed record PackedPosting(string Measure, int Day, long? Low, long? High, int Sign, long Subject, IReadOnlyList<long> Parties, string Ledger, long Record, int Version);

internal sealed record PackedSubject(long Subject, long PartOf);

/// <summary>A version of a record; personal columns masked.</summary>
/// <param name="Erased">Its person was erased on request: what it must post can no longer be reckoned from it.</param>
internal sealed record PackedRecord(
    long Record, int Version, int Day, string File, string Sheet, int Row, bool Erased, Dictionary<string, JsonElement> Values, IReadOnlyList<PackedPiece>? Evidence)
{
    /// <summary>What each side says to it.</summary>
    public Standing Giver { get; init; }

    public Standing Receiver { get; init; }
}

/// <summary>A file behind a record.</summary>
/// <param name="File">Its place in the pack; null where the reader may not have it, or it was destroyed when a person was erased.</param>
/// <param name="Grade">What it is worth, 1 to 4.</param>
/// <param name="Named">Which of the pieces that the record names in words it is; null for none.</param>
internal sealed record PackedPiece(string? File, EvidenceGrade Grade, string? Named);

/// <summary>A record that lacks evidence.</summary>
/// <param name="Named">The pieces that it names in words and nobody has attached; none where it has no evidence at all.</param>
internal sealed record PackedLack(string Ledger, long Record, int Version, string File, string Sheet, int Row, IReadOnlyList<string> Named);

/// <summary>The last line of the audit log when the pack was made.</summary>
public sealed record PackHead(long Number, string Hash, DateTimeOffset At);

/// <summary>A file behind a record, as it goes into a pack.</summary>
/// <param name="Sha256">Of its content: its name in the pack.</param>
/// <param name="Extension">With its dot.</param>
/// <param name="Grade">What it is worth.</param>
/// <param name="Named">Which of the pieces that the record names in words it is; null for none.</param>
/// <param name="Content">Null where it stays behind.</param>
public sealed record PackedEvidence(string Sha256, string Extension, EvidenceGrade Grade, string? Named, Func<byte[]>? Content);
