using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets;

namespace Jiedui.Flow.Importing;

/// <summary>What an import did, or a dry run would do: the whole truth, row by row.</summary>
/// <param name="Batch">The batch of the last file that was stored, for each file is one; null for a dry run, and where none was.</param>
public sealed record ImportReport(long? Batch, IReadOnlyList<FileReport> Files)
{
    private const string Broken = "file.broken";

    /// <summary>Whether anything of any file is, or would be, in the books.</summary>
    public bool IsDone => Files.Any(file => file.IsStored);

    /// <summary>Whether a fault of the system kept some of the files out.</summary>
    public bool IsBrokenOff => Files.Any(file => file.Refusal?.Code == Broken);

    /// <summary>The names of the files that are, or would be, in the books.</summary>
    public IEnumerable<string> Stored => Files.Where(file => file.IsStored).Select(file => file.File.Name);

    /// <summary>The names of those that are not.</summary>
    public IEnumerable<string> LeftOut => Files.Where(file => !file.IsStored).Select(file => file.File.Name);

    /// <summary>Whether something came back to the user.</summary>
    public bool CameBack => Files.Any(file => file.Refusal is not null || file.IsKeptOut || file.Sheets.Any(sheet => sheet.Ledger is null || sheet.Rejected > 0));

    /// <summary>0 done, 1 nothing was stored, 2 done but something came back (contract).</summary>
    public int ExitCode => !IsDone ? 1 : CameBack ? 2 : 0;

    /// <summary>What became of the files of a run that a fault of the system broke off. Each is a transaction of its own: what was stored before the fault is in the books.</summary>
    /// <param name="batch">The batch that those are stored under.</param>
    /// <param name="files">All files of the run.</param>
    /// <param name="known">By the file's place: what became of it; null where it was not come to, or the fault came over it.</param>
    internal static ImportReport BrokenOff(long? batch, IReadOnlyList<ImportFile> files, IEnumerable<FileReport?> known) =>
        new(batch, [.. files.Zip(known, (file, report) => report ?? new FileReport(file, [], FaultOver(file)))]);

    private static Finding FaultOver(ImportFile file) =>
        new("", "", Broken, Severity.Blocks, $"导入因系统出错中断，“{file.Name}”没有入账。", "请稍后把这个文件再导入一次。", "");
}

/// <param name="Refusal">Why the file could not be read at all, or null.</param>
/// <param name="IsKeptOut">Whether one wrong row kept the whole file out (strict).</param>
public sealed record FileReport(ImportFile File, IReadOnlyList<SheetReport> Sheets, Finding? Refusal = null, bool IsKeptOut = false)
{
    /// <summary>Whether it is, or would be, in the books.</summary>
    public bool IsStored => Refusal is null && !IsKeptOut;
}

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
