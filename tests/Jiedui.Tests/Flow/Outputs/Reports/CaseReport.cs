using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Measures;
using Jiedui.Work;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Drivers.Industry;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.Tests.Flow.Outputs.Reports;

/// <summary>The case's work record out of facts.tsv and a few rows, before any workbook is read: what the template makes of the figures.</summary>
internal static class CaseReport
{
    public static IReadOnlyList<Field> Fields { get; } = Article.Fields.Any(field => field.Code == "labour")
        ? Article.Fields
        : [.. Article.Fields.Take(4), IndustryField.Field, LabourField.Field, ConsumptionField.Field, .. Article.Fields.Skip(4)];

    private static readonly Dictionary<(string Code, string Where), string[]> Facts = File.ReadLines(Path.Combine(Case.Folder, "facts.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToDictionary(cells => (cells[0], cells.ElementAtOrDefault(7) ?? ""));

    public static ReportDocument Compose() => WorkRecord.Compose(new Catalogue(Fields), Source(), Samples.Request with
    {
        Period = new Period(new DateOnly(2019, 1, 1), new DateOnly(2021, 12, 31)),
    });

    private static ReportSource Source() => new()
    {
        Figure = Figure,
        Trace = Samples.Source((_, _) => 1).Trace,
        Rows = (ledger, _) => [RowOf(ledger, 0), RowOf(ledger, 1)],
    };

    /// <summary>What the article does not state is five of each.</summary>
    private static Figure Figure(Indicator indicator, FigureQuery query)
    {
        var where = string.Concat(query.Where.Select(pair => $"{pair.Column}={pair.Value}"));
        if (!Facts.TryGetValue((indicator.Code, where), out var fact))
            return new Figure(indicator, where.Length == 0 ? 5 : null, null, null, where.Length == 0 ? 5 : 0, query);
        return fact[2] switch
        {
            "range" => new Figure(indicator, null, Number(fact[3]), Number(fact[4]), 1, query),
            "gt" => new Figure(indicator, Number(fact[3]) + 5250, null, null, 3, query),
            _ => new Figure(indicator, Number(fact[3]), null, null, 7, query),
        };
    }

    /// <summary>A row with every text filled; events and orders carry the names by which facts.tsv asks.</summary>
    private static Row RowOf(LedgerType ledger, int number)
    {
        var row = new Row(ledger);
        foreach (var column in ledger.Columns.Where(column => !column.IsPersonal))
            row[column] = Cell(ledger, column, number);
        return row;
    }

    private static object? Cell(LedgerType ledger, Column column, int number)
    {
        var asked = Facts.Keys.Select(key => key.Where).Where(where => where.StartsWith(column.Name + "=", StringComparison.Ordinal)).Select(where => where[(column.Name.Length + 1)..]).ToList();
        if (ledger.Field == "consumption" && asked.Count > 0)
            return asked[number % asked.Count];
        return column switch
        {
            TextColumn or ChoiceColumn { IsOpen: true } => number == 0 ? "古道茶城" : "开元名都酒店",
            ChoiceColumn choice => column.Name == "形式" && choice.Options.Contains("展销会") ? "展销会" : choice.Options[number % choice.Options.Count],
            ListColumn => new[] { "食用菌", "中药材" },
            UnitColumn => new UnitRef(number, number == 0 ? "西安交通大学" : "碑林区总工会"),
            DateColumn => new PartialDate(2020),
            FlagColumn => true,
            _ => null,
        };
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
