using System.Data.Common;
using Dapper;
using Jiedui.Storage;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Storage;

/// <summary>Rows that are inserted beside the work that makes them are the same as if they had been inserted at once.</summary>
public sealed class BulkInsertTests : IDisposable
{
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

    private BulkInsert Insert() => BulkInsert.Into(Connection, "lot", ["id", "name"]);

    private static void Add(BulkInsert insert, int from, int count)
    {
        for (var id = from; id < from + count; id++)
            insert.Add(id).Add($"第 {id} 行").End();
    }
}
