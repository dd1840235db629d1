using System.Globalization;
using System.Text;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>Where a figure's trace is opened: in the running program, or, in a file that is read offline, in its own annex.</summary>
public static class FactLink
{
    public static string Of(ReportFact fact, ReportRequest request) => request.LinkBase is { } start ? InProgram(fact, start) : "#" + fact.Id;

    private static string InProgram(ReportFact fact, string start)
    {
        var (code, query) = (fact.Figure.Indicator.Code, fact.Figure.Query);
        var link = new StringBuilder(start.TrimEnd('/')).Append("/indicators/").Append(code);
        link.Append("?partnership=").Append(query.Partnership);
        Add("from", query.Period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", query.Period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (query.Unit is { } unit)
            Add("unit", unit.Name);
        foreach (var (column, value) in query.Where)
            Add("where", $"{column}={value}");
        if (query.AsOf is { } moment)
            Add("as-of", moment.ToString("O", CultureInfo.InvariantCulture));
        Add("confirmed", query.ConfirmedOnly ? "true" : "false");
        return link.ToString();

        void Add(string name, string value) => link.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
