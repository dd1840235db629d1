using Jiedui.Access.Auditing;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>The real program is killed while it works, again and again: what it acknowledged is there, nothing is half done, and the audit log tells of each act.</summary>
public sealed class KilledAtWorkTests
{
    /// <summary>After each kill the whole books are read: those of one office must not grow for ever.</summary>
    private const int KillsAnOffice = 10;

    private readonly Random random = new((int)Nightly.Seed);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_done()
    {
        for (var offices = 0; offices < Nightly.Of(1, 22); offices++)
            await KillAgainAndAgain();
    }

    private async Task KillAgainAndAgain()
    {
        using var office = Installation.WithCaseUnits();
        var books = new Expected();
        new AuditLog(office.Database).TakeOver();
        var deeds = office.Count("deed");
        for (var turn = 0; turn < KillsAnOffice; turn++)
        {
            await WorkUntilKilled(office, books);
            books = AsFound(office, books);
            Assert.Empty(office.Verify().Faults);
        }
        Assert.True(books.Acknowledged > 0);
        var log = new AuditLog(office.Database);
        log.TakeOver();
        Assert.Empty(log.Check().Faults);
        // An act that was under way may have been done though nobody was told; one that was told is never missing.
        Assert.InRange(office.Count("deed") - deeds, books.Acknowledged, books.Acknowledged + KillsAnOffice);
        using var access = office.Database.ConnectAccess();
        using var count = access.CreateCommand();
        count.CommandText = "SELECT count(*) FROM audit WHERE deed IS NOT NULL";
        Assert.Equal(office.Count("deed"), (long)count.ExecuteScalar()!);
    }

    private async Task WorkUntilKilled(Installation office, Expected books)
    {
        using var program = await ServedProgram.Start(office.Database);
        var acts = KilledActs.All;
        var work = Task.Run(async () =>
        {
            try
            {
                while (true)
                    await acts[random.Next(acts.Count)](program, books, random);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
            {
                // The line was cut: the program is dead.
            }
        });
        await Task.Delay(50 + Random.Shared.Next(1500));
        program.Kill();
        await work;
    }

    /// <summary>The books hold what was acknowledged, and of the act under way all or nothing.</summary>
    private static Expected AsFound(Installation office, Expected books)
    {
        var found = Found(office, books.Acknowledged);
        if (found.ToString() == books.ToString())
            return found;
        Assert.NotNull(books.UnderWay);
        var after = books.Copy();
        books.UnderWay(after);
        Assert.Equal(after.ToString(), found.ToString());
        return found;
    }

    private static Expected Found(Installation office, int acknowledged)
    {
        var ledger = EveryLedger.Ledgers.Of("labour.fairs");
        var book = new LedgerBook(office.Connection, office.Database.Vault);
        var found = new Expected { Acknowledged = acknowledged };
        for (var record = 1L; book.Versions(ledger, new Reach(office.Partnership), record) is [var newest, ..]; record++)
        {
            var employers = (int)((Measures.Amount)newest.Row[ledger.Find("参加企业数")!]!).Value!.Value;
            var confirmed = SaidWord.On(office.Connection, ledger, office.Partnership, record).Where(word => word.Standing is Standing.Confirmed).Select(word => word.Version).DefaultIfEmpty().Max();
            found.Fairs[(string)newest.Row[ledger.Find("活动名称")!]!] = new Fair(record, employers, newest.Version, !newest.IsCurrent, confirmed);
        }
        return found;
    }
}
