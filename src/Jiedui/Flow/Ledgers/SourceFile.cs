using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>A file (or a page's form) from which versions come, being entered within one transaction: its sheets, what became of their rows, and their seals.</summary>
public sealed class SourceFile
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly long batch;
    private readonly string name;
    private readonly string sha256;
    private readonly long id;
    private readonly List<SheetTold> sheets = [];

    public SourceFile(DbConnection connection, DbTransaction transaction, long batch, string name, string sha256, long bytes)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.batch = batch;
        this.name = name = name.Storable();
        this.sha256 = sha256;
        id = connection.QuerySingle<long>(
            "INSERT INTO source_file (batch, name, sha256, bytes) VALUES (@batch, @name, @sha256, @bytes) RETURNING id", new { batch, name, sha256, bytes }, transaction);
    }

    /// <summary>Begins a sheet, before its first version is stored.</summary>
    /// <param name="letters">The column letter of each of the ledger's columns that it has.</param>
    /// <returns>Its number.</returns>
    public long Begin(string sheet, LedgerType ledger, IReadOnlyDictionary<string, string> letters)
    {
        sheet = sheet.Storable();
        var number = connection.QuerySingle<long>(
            "INSERT INTO source_sheet (file, name, ledger, letters) VALUES (@id, @sheet, @ledger, @letters) RETURNING id",
            new { id, sheet, ledger = ledger.Code, letters = JsonSerializer.Serialize(letters, Json.Readable) }, transaction);
        sheets.Add(new SheetTold(number, sheet, ledger.Code));
        return number;
    }

    /// <summary>Ends a sheet: what became of its rows, and the seal over the versions that came from it.</summary>
    public void End(long sheet, int accepted, int unchanged, int corrected, int rejected, SheetSeals seals)
    {
        var seal = seals.Of(sheet);
        connection.Execute(
            "UPDATE source_sheet SET accepted = @accepted, unchanged = @unchanged, corrected = @corrected, rejected = @rejected, seal = @seal WHERE id = @sheet",
            new { accepted, unchanged, corrected, rejected, seal, sheet }, transaction);
        var at = sheets.FindIndex(told => told.Sheet == sheet);
        sheets[at] = sheets[at] with { Accepted = accepted, Unchanged = unchanged, Corrected = corrected, Rejected = rejected, Seal = Convert.ToHexStringLower(seal) };
    }

    /// <summary>Tells all of it as one deed, the last thing before the commit.</summary>
    /// <param name="reason">Why, where a person gave a reason.</param>
    public void Tell(string kind, string actor, long? partnership = null, string? reason = null) =>
        Deeds.Tell(connection, transaction, batch, partnership, kind, actor, new SourceTold(name, sha256, sheets, reason));
}

/// <summary>What a deed tells of a file.</summary>
public sealed record SourceTold(string File, string Sha256, IReadOnlyList<SheetTold> Sheets, string? Reason = null);

/// <summary>What a deed tells of a sheet: the counts of its rows, and the seal over the versions that came from it.</summary>
public sealed record SheetTold(long Sheet, string Name, string Ledger)
{
    public int Accepted { get; init; }

    public int Unchanged { get; init; }

    public int Corrected { get; init; }

    public int Rejected { get; init; }

    public string Seal { get; init; } = "";
}
