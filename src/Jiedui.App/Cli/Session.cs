using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.App.Cli;

/// <summary>The data folder that a command works on, opened when it is first needed.</summary>
internal sealed class Session(ParseResult parsed, string? folder = null) : IDisposable
{
    private DbConnection? connection;
    private Database? database;

    public Catalogue Catalogue => Article.Catalogue;

    public Database Database => database ??= Open();

    public DbConnection Connection => connection ??= Database.Connect();

    public Output Output { get; } = new(parsed.GetValue(SharedOptions.Json));

    public Figures Figures => field ??= new Figures(Connection, Catalogue);

    /// <summary>The partnership that <c>--partnership</c> names, or the only one.</summary>
    public Partnership Partnership => field ??= Choose(parsed.GetValue(SharedOptions.Partnership));

    public Indicator Indicator(string code) =>
        Catalogue.Indicator(code) ?? throw new UsageException($"没有指标“{code}”。不带代码运行 jiedui figures 可列出全部指标。");

    public LedgerType Ledger(string code) =>
        Catalogue.Ledger(code) ?? throw new UsageException($"没有台账“{code}”。运行 jiedui ledgers 可列出全部台账。");

    /// <summary>The question that the filters ask.</summary>
    public FigureQuery Query()
    {
        var life = Partnership.Life(DateOnly.FromDateTime(DateTime.Today));
        var from = parsed.GetValue(FilterOptions.From) is { } first ? Day(first).First : life.From;
        var to = parsed.GetValue(FilterOptions.To) is { } last ? Day(last).Last : life.To;
        if (from > to)
            throw new UsageException($"期间从 {from:yyyy-MM-dd} 到 {to:yyyy-MM-dd}，先后颠倒了。");
        return new FigureQuery(Partnership.Id, new Period(from, to))
        {
            Unit = parsed.GetValue(FilterOptions.Unit) is { } unit ? Unit(unit) : null,
            Where = [.. (parsed.GetValue(FilterOptions.Where) ?? []).Select(Condition)],
            AsOf = parsed.GetValue(FilterOptions.AsOf) is { } moment ? Moment(moment) : null,
            ConfirmedOnly = parsed.GetValue(FilterOptions.Confirmed),
        };
    }

    public void Dispose() => connection?.Dispose();

    private Database Open() => parsed.GetValue(SharedOptions.Db) is null
        ? Database.Open(folder ?? SharedOptions.DataFolder(parsed))
        : throw new UsageException("本版本只支持数据文件夹中的内置数据库（--data），尚不支持 --db 连接 PostgreSQL。");

    private Partnership Choose(string? name)
    {
        var all = Partnerships.All(Connection);
        if (name is not null)
            return Partnerships.Find(Connection, name) ?? throw new UsageException($"没有名为“{name}”的帮扶关系。已有：{string.Join('、', all.Select(known => known.Name))}。");
        return all switch
        {
            [var only] => only,
            [] => throw new UsageException("还没有帮扶关系。请先导入《帮扶关系》表，或运行 jiedui partnership add。"),
            _ => throw new UsageException($"有多个帮扶关系，请用 --partnership 指明：{string.Join('、', all.Select(known => known.Name))}。"),
        };
    }

    private UnitRef Unit(string name)
    {
        var match = new UnitFinder(UnitRegistry.Load(Connection, Partnership.Id)).Find(name, []);
        return match.Unit ?? throw new UsageException(
            $"没有登记过单位“{name}”。" + (match.Candidates.Count > 0 ? $"相近的有：{string.Join('、', match.Candidates)}。" : ""));
    }

    private static (string Column, string Value) Condition(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0 ? (text[..cut].Trim(), text[(cut + 1)..].Trim()) : throw new UsageException($"条件“{text}”应写成 列名=值。");
    }

    private static PartialDate Day(string text)
    {
        try
        {
            return PartialDate.Parse(text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            throw new UsageException($"“{text}”不是年月，请写成 2020-05。");
        }
    }

    private static DateTimeOffset Moment(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment))
            throw new UsageException($"“{text}”不是时间，请写成 2021-01-31 或 2021-01-31T18:00。");
        // A day means its whole.
        return text.Contains(':', StringComparison.Ordinal) ? moment : moment.AddDays(1).AddTicks(-1);
    }
}
