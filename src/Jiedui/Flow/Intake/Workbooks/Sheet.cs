namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>One sheet of an open workbook. Its rows are streamed: a million of them never stand in memory at once.</summary>
public abstract class Sheet(string name)
{
    /// <summary>The sheet's name; for a .csv the file's name without its ending.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the workbook hides the sheet from who opens it. Hidden sheets are read like the others: what to do with them is not for this room to say.</summary>
    public virtual bool IsHidden => false;

    /// <summary>The merged ranges, known before the rows are read.</summary>
    public abstract IReadOnlyList<CellRange> Merges { get; }

    /// <summary>Reads the non-empty rows from the start; may be called again.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or breaks a limit.</exception>
    public abstract IEnumerable<RawRow> Rows();
}
