using System.CommandLine;
using System.Data.Common;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.App.Cli;

/// <summary>The installation that a command works on, opened when it is first needed.</summary>
internal sealed class Session(ParseResult parsed, string? folder = null) : IDisposable
{
    private DbConnection? connection;
    private Database? database;

    public Catalogue Catalogue => Article.Catalogue;

    public Database Database => database ??= Open();

    /// <summary>The command line acts for the owner of the data folder.</summary>
    public Actor Actor { get; } = Actor.Owner(Environment.UserName);

    public AuditLog Audit => field ??= new AuditLog(Database);

    public DbConnection Connection => connection ??= Database.Connect();

    public Output Output { get; } = new(parsed.GetValue(SharedOptions.Json));

    public Figures Figures => field ??= new Figures(Connection, Catalogue, Database.Vault);

    /// <summary>The partnership that <c>--partnership</c> names, or the only one.</summary>
    public Partnership Partnership => field ??= Question.PartnershipIn(Connection);

    private Question Question => field ??= new Question
    {
        Actor = Actor,
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

    /// <summary>What a command did to the books is in the audit log when it ends, whatever its end.</summary>
    public void Dispose()
    {
        connection?.Dispose();
        if (database is not null)
            Audit.TakeOver();
    }

    /// <summary>The algorithms of a new installation: <c>JIEDUI_SUITE=sm</c> for 国密.</summary>
    private static Suite SuiteOfNew => Environment.GetEnvironmentVariable("JIEDUI_SUITE") switch
    {
        null or "" or "aes" => Suite.Aes,
        "sm" => Suite.Sm,
        var other => throw new UsageException($"JIEDUI_SUITE 只能是 aes 或 sm，不能是“{other}”。"),
    };

    private Database Open() =>
        Database.Open(folder ?? SharedOptions.DataFolder(parsed), Catalogue.Ledgers, suite: SuiteOfNew, server: SharedOptions.Server(parsed));
}
