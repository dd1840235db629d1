using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;

namespace Jiedui.Flow.Importing;

/// <summary>What an import did, or a dry run would do: the whole truth, row by row.</summary>
/// <param name="Batch">The batch of the last file that was stored, for each file is one; null for a dry run, and where none was.</param>
public sealed record ImportReport(long? Batch, IReadOnlyList<FileReport> Files)
{
    /// <summary>Whether anything of any file is, or would be, in the books.</summary>
    public bool IsDone => Files.Any(file => file is { Refusal: null, IsKeptOut: false });

    /// <summary>Whether something came back to the user.</summary>
    public bool CameBack => Files.Any(file => file.Refusal is not null || file.IsKeptOut || file.Sheets.Any(sheet => sheet.Ledger is null || sheet.Rejected > 0));

    /// <summary>0 done, 1 nothing was stored, 2 done but something came back (contract).</summary>
    public int ExitCode => !IsDone ? 1 : CameBack ? 2 : 0;
}

/// <param name="Refusal">Why the file could not be read at all, or null.</param>
/// <param name="IsKeptOut">Whether one wrong row kept the whole file out (strict).</param>
public sealed record FileReport(ImportFile File, IReadOnlyList<SheetReport> Sheets, Finding? Refusal = null, bool IsKeptOut = false);

/// <summary>One sheet: every non-empty row is either no data, with the reason, or read; every read row is accepted, unchanged, corrected or rejected.</summary>
public sealed record SheetReport(string Sheet, Layout Layout)
{
    public LedgerType? Ledger => Layout.Ledger;

    public IReadOnlyList<NonData> NonData { get; init; } = [];

    public int Accepted { get; init; }

    public int Unchanged { get; init; }

    public int Corrected { get; init; }

    public int Rejected { get; init; }

    public int Read => Accepted + Unchanged + Corrected + Rejected;

    /// <summary>The sheet's non-empty rows.</summary>
    public int Rows => NonData.Count + Read;

    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
