using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Confirming;

/// <summary>Two sides at work on study tours.</summary>
internal sealed class Talk : IDisposable
{
    public static readonly LedgerType Tours = Article.Catalogue.Ledger("talent.study_tours")!;

    public Installation Office { get; } = Installation.WithCaseUnits();

    public BothSides Sides => new(Office.Database);

    public static Speaker Speaker(Side side, Level level = Level.Office, long? within = null) => new($"{side}·{level}", side, level, within);

    public void Rules(ReviewSteps giver = ReviewSteps.None, ReviewSteps receiver = ReviewSteps.None, bool onlyConfirmed = false) =>
        new Rules(giver, receiver, onlyConfirmed).Set(Office.Database, Office.Partnership, "测试");

    /// <summary>Enters tours, named one, two, three …, each with ten pupils more than the one before.</summary>
    public ImportReport Enter(Side? side, Level level = Level.Office, int count = 1, int pupils = 10, string? giver = null, string? receiver = null) =>
        Office.Import(
            new ImportOptions { Side = side, Level = level },
            new Xlsx().Sheet("研学活动",
            [
                ["名称", "期次", "开始日期", "学生人数", "帮扶方确认", "受帮扶方确认"],
                .. Enumerable.Range(1, count).Select(n => new object?[] { "研学", $"第{n}期", "2020-05-01", pupils + 10 * (n - 1), giver, receiver }),
            ]).Save(Office.Folder, $"{Guid.NewGuid():N}.xlsx"));

    public Jiedui.Flow.Ledgers.Record Tour(long number = 1) => new LedgerBook(Office.Connection, Office.Database.Vault).Versions(Tours, new Reach(Office.Partnership), number)[0];

    public (Standing Giver, Standing Receiver) Stands(long number = 1) => (Tour(number).Giver, Tour(number).Receiver);

    public Reply Say(Speaker speaker, Verdict verdict, long number = 1, string reason = "", int? version = null) =>
        Sides.Say(Tours, Office.Partnership, speaker, verdict, number, version ?? Tour(number).Version, reason);

    public decimal? Pupils(bool? confirmed = true, DateTimeOffset? asOf = null) =>
        Office.Figure("talent.study_tour_pupils", query => query with { ConfirmedOnly = confirmed == true, AsOf = asOf }).Value;

    public void Dispose() => Office.Dispose();
}
