using System.Globalization;
using Jiedui.Declaring;

namespace Jiedui.Flow.Importing;

/// <summary>The findings of one sheet. So many are kept one by one that a person could still read them; the rest are counted, so that a hostile sheet cannot fill the memory.</summary>
internal sealed class FindingLog
{
    private const int Longest = 20_000;

    /// <summary>What only informs takes no room from what has to be mended.</summary>
    private const int LongestInforming = 1_000;

    private readonly List<Finding> kept = [];
    private readonly SortedDictionary<(string Column, string Code), (Finding First, int Count)> rest = [];
    private int informing;

    public void Add(Finding finding)
    {
        var isInforming = finding.Severity == Severity.Informs;
        if (isInforming ? informing < LongestInforming : kept.Count - informing < Longest)
        {
            kept.Add(finding);
            informing += isInforming ? 1 : 0;
            return;
        }
        var kind = (finding.Column, finding.Code);
        rest[kind] = rest.TryGetValue(kind, out var known) ? (known.First, known.Count + 1) : (finding, 1);
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>All that was kept, and a line for each further kind with how often it occurred.</summary>
    public IReadOnlyList<Finding> All =>
    [
        .. kept,
        .. rest.Values.Select(more => more.First with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"问题太多，不再逐条列出。同类问题另有 {more.Count} 处，第一处是 {more.First.Message}"),
        }),
    ];
}
