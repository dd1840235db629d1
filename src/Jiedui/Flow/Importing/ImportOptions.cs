using System.Text.Json.Serialization;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>How an import is to be done.</summary>
public sealed record ImportOptions
{
    /// <summary>Reports exactly what a run would do, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>One wrong row keeps its whole file out.</summary>
    public bool Strict { get; init; }

    /// <summary>The partnership's name, where there is more than one.</summary>
    public string? Partnership { get; init; }

    /// <summary>Takes every sheet as this ledger, instead of recognising it.</summary>
    public string? LedgerCode { get; init; }

    /// <summary>Whose layout a mapping is remembered for.</summary>
    public string Sender { get; init => field = value.Storable(); } = "";

    /// <summary>Who does it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The side that enters: its own word is given with the entry, the other's never. Null for the owner, who keeps both sides' books.</summary>
    public Side? Side { get; init; }

    /// <summary>How far up that side the importer stands, which decides what review the entry still needs.</summary>
    public Level Level { get; init; } = Level.Clerk;

    /// <summary>How far the importer's hands reach: a row must name this unit or one below it; null for the whole partnership.</summary>
    public long? Within { get; init; }

    /// <summary>Whether the importer may enter what everything else hangs on: partnerships, units, households.</summary>
    public bool MayRegister { get; init; } = true;

    /// <summary>The only partnership that is the importer's, so that he founds and changes no other; null for any.</summary>
    public long? OnlyPartnership { get; init; }

    /// <summary>What a person corrected in the preview, sheet by sheet.</summary>
    public IReadOnlyList<CorrectedSheet> CorrectedSheets { get; init; } = [];

    /// <summary>The same as a job of an earlier version tells it that still waits: by the sheet's name, whatever file it is in.</summary>
    [JsonPropertyName("Corrections")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> FormerCorrections { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>By which a run that was broken off is known again: what it stored is then told as it was, and not as unchanged. Null where nobody would run it again.</summary>
    public string? Run { get; init; }

    [JsonIgnore]
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>What a person corrected of a sheet; nothing where nobody did.</summary>
    /// <param name="file">The file's place among those of the run.</param>
    /// <param name="sheet">The sheet's name.</param>
    public IReadOnlyDictionary<string, string> CorrectionsOf(int file, string sheet) =>
        CorrectedSheets.Where(one => one.File == file && one.Sheet == sheet).Aggregate(FormerCorrections.GetValueOrDefault(sheet) ?? new Dictionary<string, string>(), (before, one) => one.Over(before));
}

/// <summary>What a person corrected of one sheet of one file.</summary>
/// <param name="File">The file's place among those of the run: another may have a sheet of the same name.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Columns">Header as written → column name, or nothing for a column that is not to be read.</param>
public sealed record CorrectedSheet(int File, string Sheet, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>What holds when this is said after something else.</summary>
    public IReadOnlyDictionary<string, string> Over(IReadOnlyDictionary<string, string> before) =>
        before.Where(column => !Columns.ContainsKey(column.Key)).Concat(Columns).ToDictionary();
}

/// <summary>How far a long import is.</summary>
public readonly record struct ImportProgress(string File, string Sheet, long Rows);
