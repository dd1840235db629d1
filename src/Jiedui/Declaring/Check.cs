namespace Jiedui.Declaring;

/// <summary>A rule that a row should keep beyond what its cells say one by one (domain §3–4).</summary>
/// <param name="Code">Unique in its ledger, e.g. part-over-whole.</param>
/// <param name="Severity">What happens when it is broken.</param>
/// <param name="Message">What is wrong and why it matters, in Chinese.</param>
/// <param name="Remedy">What to do, in Chinese.</param>
/// <param name="Columns">The cells that it looks at; the first is marked.</param>
/// <param name="Holds">True where the row keeps it, or where it cannot be judged for want of a value.</param>
/// <param name="BrokenBy">Cells, as a clerk would type them, which break it in an otherwise good row: what the generic test tries.</param>
public sealed record Check(
    string Code, Severity Severity, string Message, string Remedy, IReadOnlyList<Column> Columns, Func<Row, bool> Holds, IReadOnlyDictionary<Column, string> BrokenBy);

/// <summary>What a finding does to its row.</summary>
public enum Severity
{
    /// <summary>The row is not stored.</summary>
    Blocks,

    /// <summary>The row is stored; somebody should look.</summary>
    Warns,

    /// <summary>For information only.</summary>
    Informs,
}
