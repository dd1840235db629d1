using Jiedui.Flow.Indicators;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>What a report is asked to tell: whose partnership, over which days, as known when, and how it is signed.</summary>
/// <param name="Giver">帮扶方, as it is named in the text: 碑林区.</param>
/// <param name="Receiver">受帮扶方: 丹凤县.</param>
/// <param name="IssuedOn">成文日期.</param>
public sealed record ReportRequest(long Partnership, string Giver, string Receiver, Period Period, DateOnly IssuedOn)
{
    public UnitRef? Unit { get; init; }

    /// <summary>How far the reader's eyes reach: only what names this unit or one below it, and the report says so; null for the whole partnership.</summary>
    public UnitRef? Within { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    public bool ConfirmedOnly { get; init; }

    /// <summary>署名; without it the date stands alone.</summary>
    public string? Issuer { get; init; }

    /// <summary>Address of the running program, to which the figures of an .html report link; null for a file that is read offline.</summary>
    public string? LinkBase { get; init; }

    public FigureQuery Query => new(Partnership, Period) { Unit = Unit, Within = Within?.Id, AsOf = AsOf, ConfirmedOnly = ConfirmedOnly };
}
