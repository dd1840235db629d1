using System.CommandLine;
using System.Data.Common;
using Jiedui.App.Answers;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Sealing;
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

    public Figures Figures => field ??= new Figures(Connection, Catalogue, Database.Vault);

    /// <summary>The partnership that <c>--partnership</c> names, or the only one.</summary>
    public Partnership Partnership => field ??= Question.PartnershipIn(Connection);

    private Question Question => field ??= new Question
    {
        Partnership = parsed.GetValue(SharedOptions.Partnership),
        From = parsed.GetValue(FilterOptions.From),
        To = parsed.GetValue(FilterOptions.To),
        Unit = parsed.GetValue(FilterOptions.Unit),
        Where = parsed.GetValue(FilterOptions.Where) ?? [],
        AsOf = parsed.GetValue(FilterOptions.AsOf),
        Confirmed = parsed.GetValue(FilterOptions.Confirmed),
    };

    public Indicator Indicator(string code) =>
        Catalogue.Indicator(code) ?? throw new UsageException($"没有指标“{code}”。不带代码运行 jiedui figures 可列出全部指标。");

    public LedgerType Ledger(string code) =>
        Catalogue.Ledger(code) ?? throw new UsageException($"没有台账“{code}”。运行 jiedui ledgers 可列出全部台账。");

    /// <summary>The question that the filters ask.</summary>
    public FigureQuery Query() => Question.In(Connection, Partnership);

    public void Dispose() => connection?.Dispose();

    /// <summary>The algorithms of a new installation: <c>JIEDUI_SUITE=sm</c> for 国密.</summary>
    private static Suite SuiteOfNew => Environment.GetEnvironmentVariable("JIEDUI_SUITE") switch
    {
        null or "" or "aes" => Suite.Aes,
        "sm" => Suite.Sm,
        var other => throw new UsageException($"JIEDUI_SUITE 只能是 aes 或 sm，不能是“{other}”。"),
    };

    private Database Open() => parsed.GetValue(SharedOptions.Db) is null
        ? Database.Open(folder ?? SharedOptions.DataFolder(parsed), Catalogue.Ledgers, suite: SuiteOfNew)
        : throw new UsageException("本版本只支持数据文件夹中的内置数据库（--data），尚不支持 --db 连接 PostgreSQL。");
}
