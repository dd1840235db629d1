using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>The headers of the columns that no ledger knows, over all records, in the order in which they come: what a table must know before its first row.</summary>
internal sealed class ExtraHeaders
{
    private readonly HashSet<string> known;

    public ExtraHeaders(IEnumerable<string> headers)
    {
        All = [.. headers.Distinct()];
        known = [.. All];
    }

    public IReadOnlyList<string> All { get; }

    /// <exception cref="InvalidOperationException">The row has one that was not there before: it would be lost silently.</exception>
    public void DemandKnown(Row row)
    {
        if (row.Extras.Keys.FirstOrDefault(header => !known.Contains(header)) is { } late)
            throw new InvalidOperationException($"导出时台账有变动（新出现“{late}”列），请重新导出。");
    }
}
