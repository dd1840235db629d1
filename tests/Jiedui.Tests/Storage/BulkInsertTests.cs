using System.Data.Common;
using Dapper;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jiedui.Tests.Storage;

/// <summary>Rows that are inserted beside the work that makes them are the same as if they had been inserted at once.</summary>
public sealed class BulkInsertTests : IDisposable
{
    /// <summary>SQLITE_CONSTRAINT_NOTNULL.</summary>
    private const int NotNull = 1299;

    private readonly Installation office = new();

    public BulkInsertTests() => office.Connection.Execute("CREATE TABLE lot (id BIGINT PRIMARY KEY, name TEXT NOT NULL)");

    private DbConnection Connection => office.Connection;

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(512)]
    [InlineData(20_001)]
    public void All_rows_are_there_after_a_flush(int rows)
    {
        using var transaction = Database.BeginWriting(Connection);
        using var insert = Insert();
        Add(insert, 0, rows);
        insert.Flush();
        Assert.Equal((rows, rows - 1, "第 0 行"), Connection.QuerySingle<(long, long, string)>("SELECT count(*), max(id), min(name) FROM lot", transaction: transaction));
        Add(insert, rows, rows);
        insert.Flush();
        Assert.Equal(2 * rows, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot", transaction: transaction));
    }

    /// <summary>So many rows are sent in several pieces, beside the work that makes them.</summary>
    [Fact]
    public void What_is_asked_while_rows_are_on_their_way_is_answered()
    {
        const int Some = 60_000;
        using var transaction = Database.BeginWriting(Connection);
        using var insert = Insert();
        for (var from = 0; from < 6 * Some; from += Some)
        {
            Add(insert, from, Some);
            Assert.InRange(Connection.ExecuteScalar<long>("SELECT count(*) FROM lot", transaction: transaction), 0, from + Some);
            transaction.Save("here");
        }
        insert.Flush();
        Assert.Equal(6 * Some, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot", transaction: transaction));
    }

    [Fact]
    public void What_one_row_fails_of_is_told_and_nothing_of_any_row_stays()
    {
        using (var transaction = Database.BeginWriting(Connection))
        {
            using var insert = Insert();
            Assert.ThrowsAny<DbException>(() =>
            {
                Add(insert, 0, 5000);
                // The same rows again.
                Add(insert, 0, 5000);
                Add(insert, 5000, 5000);
                insert.Flush();
            });
        }
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    [Fact]
    public void Disposed_in_the_middle_it_leaves_no_row_on_its_way()
    {
        using (var transaction = Database.BeginWriting(Connection))
        {
            using var insert = Insert();
            Add(insert, 0, 5000);
        }
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    [Fact]
    public void What_was_gathered_is_dropped_where_it_is_not_flushed()
    {
        using var transaction = Database.BeginWriting(Connection);
        using (var insert = Insert())
            Add(insert, 0, 5);
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot", transaction: transaction));
    }

    /// <summary>Rows that were gathered behind a failure must not hide it by failing, too.</summary>
    [Fact]
    public void What_another_statement_fails_of_is_what_is_told()
    {
        var fault = Assert.ThrowsAny<DbException>(() =>
        {
            using var transaction = Database.BeginWriting(Connection);
            using var insert = Insert();
            using var other = Insert();
            Add(insert, 0, 5);
            Add(other, 0, 5);
            Connection.Execute(TestServer.IsServer ? "SELECT 1/0" : "INSERT INTO lot (id) VALUES (9)", transaction: transaction);
        });
        if (TestServer.IsServer)
            Assert.Equal("22012", Assert.IsType<PostgresException>(fault).SqlState);
        else
            Assert.Equal(NotNull, Assert.IsType<SqliteException>(fault).SqliteExtendedErrorCode);
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    /// <summary>Who goes on all the same stores nothing of what came behind.</summary>
    [Fact]
    public void What_failed_stays_failed_till_the_transaction_ends()
    {
        using (Database.BeginWriting(Connection))
        {
            using var insert = Insert();
            using var other = BulkInsert.Into(Connection, "lot", ["id", "name"]);
            Assert.ThrowsAny<DbException>(() =>
            {
                Add(insert, 0, 5000);
                Add(insert, 0, 5000);
                insert.Flush();
            });
            Add(other, 5000, 5);
            Assert.ThrowsAny<DbException>(other.Flush);
            Assert.ThrowsAny<DbException>(insert.Flush);
        }
        using var transaction = Database.BeginWriting(Connection);
        using var again = Insert();
        Add(again, 0, 5000);
        again.Flush();
        transaction.Commit();
        Assert.Equal(5000, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    [Fact(Skip = "Needs the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void Of_a_transaction_that_the_engine_gives_up_no_row_stays()
    {
        using var full = new FullDatabase(Connection, pages: 8);
        var fault = Assert.Throws<SqliteException>(() =>
        {
            using var transaction = Database.BeginWriting(Connection);
            using var insert = Insert();
            Add(insert, 0, 20_100);
            insert.Flush();
        });
        Assert.Equal(FullDatabase.ErrorCode, fault.SqliteErrorCode);
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    /// <summary>Another statement fills the database, while rows wait for their turn.</summary>
    [Fact(Skip = "Needs the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void No_row_stays_that_waited_while_another_statement_made_the_engine_give_up()
    {
        using var full = new FullDatabase(Connection, pages: 100);
        for (var times = 0; times < 20; times++)
        {
            Assert.Throws<SqliteException>(() =>
            {
                using var transaction = Database.BeginWriting(Connection);
                using var insert = Insert();
                Add(insert, 0, 30_000);
                Connection.Execute("INSERT INTO lot (id, name) VALUES (-1, zeroblob(8000000))", transaction: transaction);
            });
            Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
        }
    }

    /// <summary>The provider would only say that there is no transaction any more.</summary>
    [Fact(Skip = "Needs the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void Who_asks_after_the_engine_gave_up_is_told_why()
    {
        using var full = new FullDatabase(Connection, pages: 8);
        var fault = Assert.Throws<SqliteException>(() =>
        {
            using var transaction = Database.BeginWriting(Connection);
            using var insert = Insert();
            Add(insert, 0, 20_100);
            for (var times = 0; times < 10_000; times++)
            {
                Connection.Execute("SELECT 1", transaction: transaction);
                Thread.Sleep(1);
            }
        });
        Assert.Equal(FullDatabase.ErrorCode, fault.SqliteErrorCode);
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    private BulkInsert Insert() => BulkInsert.Into(Connection, "lot", ["id", "name"]);

    private static void Add(BulkInsert insert, int from, int count)
    {
        for (var id = from; id < from + count; id++)
            insert.Add(id).Add($"第 {id} 行").End();
    }
}
