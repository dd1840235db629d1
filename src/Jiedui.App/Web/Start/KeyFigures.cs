namespace Jiedui.App.Web.Start;

/// <summary>The figures that the start page leads with: one for each question that an assessor asks first.</summary>
internal static class KeyFigures
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "pairing.agreement_coverage", "industry.spent", "industry.dividend_rate_floor", "labour.surveyed", "labour.jobs_offered", "consumption.sales",
    ];

    /// <summary>People from being asked to staying in work: each step is a part of the one before.</summary>
    public static readonly IReadOnlyList<string> Funnel = ["labour.surveyed", "labour.wish_change", "labour.placed", "labour.retained"];
}
