using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>What rows cost the database in statements. Time differs between machines; this does not.</summary>
public sealed class StatementsTests : IDisposable
{
    private const int Rows = 1_000;

    private readonly Installation office = Installation.WithCaseUnits();

    public void Dispose() => office.Dispose();

    [Fact]
    public void Rows_that_come_again_are_asked_for_by_the_hundred()
    {
        Assert.Equal(Rows, office.Import(Tours(corrected: 0)).Files[0].Sheets[0].Accepted);
        var ledger = Ledgers.Of("talent.study_tours");
        var rows = office.Records(ledger.Code).Select(record => (record.Row, Print: RowPrint.Of(record.Row, office.Database.Vault.Prints))).ToList();
        using var open = office.Database.Connect();
        // Only the built-in engine tells of each statement.
        if (open is not SqliteConnection connection)
            return;
        using var transaction = connection.BeginTransaction();
        using var writer = new RecordWriter(
            connection, transaction, new LedgerTable(ledger), office.Partnership, UnitRegistry.Load(connection, office.Partnership, transaction), office.Database.Vault,
            new SheetSeals(office.Database.Vault.Prints));

        var statements = 0;
        strdelegate_trace count = (_, _) => statements++;
        raw.sqlite3_trace(connection.Handle, count, null);
        writer.Expect([.. rows.Select(row => row.Print.Key)]);
        Assert.All(rows, row => Assert.Equal(
            Outcome.Unchanged, writer.Store(row.Row, row.Print, ledger.Columns, new Origin(1, 1, 1), _ => throw new InvalidOperationException("Nothing is stored."), null).Outcome));
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)null!, null);
        GC.KeepAlive(count);
        Assert.InRange(statements, 1, Rows / 100);
    }

    [Fact]
    public void Of_a_file_that_comes_again_corrected_only_the_corrected_rows_are_written()
    {
        office.Import(Tours(corrected: 0));
        var postings = office.Count("posting");
        var report = office.Import(Tours(corrected: Rows / 100)).Files[0].Sheets[0];
        Assert.Equal((Rows - Rows / 100, Rows / 100), (report.Unchanged, report.Corrected));
        Assert.Equal(Rows + Rows / 100, office.Count("talent_study_tours"));
        Assert.Equal(0, (office.Count("posting") - postings) % (2 * (Rows / 100)));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void New_rows_among_those_that_come_again_are_found_to_be_new()
    {
        office.Import(Tours(corrected: 0));
        var more = office.Import(new ImportOptions(), Tours(corrected: 0, rows: Rows + 300)).Files[0].Sheets[0];
        Assert.Equal((Rows, 300), (more.Unchanged, more.Accepted));
        Assert.Empty(office.Verify().Faults);
    }

    private string Tours(int corrected, int rows = Rows) => new Xlsx().Sheet(
        "研学活动",
        [
            ["名称", "期次", "开始日期", "学生人数"],
            .. Enumerable.Range(0, rows).Select(number => (object?[])[$"研学{number}", "第一期", "2020-05-01", number < corrected ? 31 : 30]),
        ]).Save(office.Folder, $"{corrected}-{rows}.xlsx");
}
