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

    [Fact]
    public void All_lots_are_there_after_a_flush()
    {
        using var transaction = Database.BeginWriting(Connection);
        using var insert = Insert();
        for (var lot = 0; lot < 20; lot++)
        {
            var from = lot * 100;
            insert.Later(() => Add(insert, from, 100));
        }
        insert.Flush();
        Assert.Equal((2000, 1999), Connection.QuerySingle<(long, long)>("SELECT count(*), max(id) FROM lot", transaction: transaction));
    }

    [Fact]
    public void What_one_lot_fails_of_is_told_and_nothing_of_any_lot_stays()
    {
        using (var transaction = Database.BeginWriting(Connection))
        {
            var insert = Insert();
            Assert.ThrowsAny<DbException>(() =>
            {
                insert.Later(() => Add(insert, 0, 50));
                // The same rows again.
                insert.Later(() => Add(insert, 0, 50));
                for (var lot = 1; lot < 10; lot++)
                {
                    var from = lot * 1000;
                    insert.Later(() => Add(insert, from, 50));
                }
                insert.Flush();
            });
            insert.Dispose();
        }
        Assert.Equal(0, Connection.ExecuteScalar<long>("SELECT count(*) FROM lot"));
    }

    [Fact]
    public void Disposed_in_the_middle_of_lots_it_leaves_none_on_its_way()
    {
        using (var transaction = Database.BeginWriting(Connection))
        {
            using var insert = Insert();
            insert.Later(() => Add(insert, 0, 5000));
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
