using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
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
    public void Rows_that_come_again_are_asked_for_by_the_hundred() => Assert.InRange(StatementsOf(_ => { }, Outcome.Unchanged), 0, Rows / 100);

    /// <summary>Inserts take some dozen rows to a statement.</summary>
    [Fact]
    public void Rows_that_are_corrected_are_asked_for_marked_and_written_by_the_dozen() => Assert.InRange(
        StatementsOf(row => row[row.Ledger.Find("学生人数")!] = Amount.Exactly(31), Outcome.Corrected), 0, Rows / 10);

    /// <summary>How many statements it takes to store all rows again.</summary>
    private int StatementsOf(Action<Row> change, Outcome outcome)
    {
        Assert.Equal(Rows, office.Import(Tours(corrected: 0)).Files[0].Sheets[0].Accepted);
        var ledger = Ledgers.Of("talent.study_tours");
        var rows = office.Records(ledger.Code).Select(record => record.Row).ToList();
        rows.ForEach(change);
        var prints = rows.ConvertAll(row => RowPrint.Of(row, office.Database.Vault.Prints));
        using var open = office.Database.Connect();
        // Only the built-in engine tells of each statement.
        if (open is not SqliteConnection connection)
            return 0;
        using var transaction = connection.BeginTransaction();
        using var writer = new RecordWriter(
            connection, transaction, new LedgerTable(ledger), office.Partnership, UnitRegistry.Load(connection, office.Partnership, transaction), office.Database.Vault,
            new SheetSeals(office.Database.Vault.Prints));

        var statements = 0;
        strdelegate_trace count = (_, _) => statements++;
        raw.sqlite3_trace(connection.Handle, count, null);
        writer.Expect(prints);
        foreach (var (row, print) in rows.Zip(prints))
            Assert.Equal(outcome, writer.Store(row, print, new Told(ledger.Columns, []), new Origin(1, 1, 2), PartiesOf, null).Outcome);
        writer.Finish();
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)null!, null);
        GC.KeepAlive(count);
        Assert.NotEqual(0, statements);
        return statements;

        long PartiesOf(Row row) => outcome == Outcome.Unchanged ? throw new InvalidOperationException("Nothing is stored.") : 0;
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
