using System.Data;
using System.Data.Common;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>A transaction of a <see cref="ServerConnection"/>: what was sent before it ends belongs to it.</summary>
internal sealed class ServerTransaction(ServerConnection connection, NpgsqlTransaction transaction) : DbTransaction
{
    public NpgsqlTransaction Transaction => transaction;

    public override IsolationLevel IsolationLevel => transaction.IsolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
        connection.Turns.End();
        transaction.Commit();
    }

    public override void Rollback()
    {
        connection.Turns.Settle();
        transaction.Rollback();
    }

    public override void Save(string savepointName)
    {
        connection.Turns.End();
        transaction.Save(savepointName);
    }

    public override void Rollback(string savepointName)
    {
        connection.Turns.Settle();
        transaction.Rollback(savepointName);
    }

    public override void Release(string savepointName)
    {
        connection.Turns.End();
        transaction.Release(savepointName);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Turns.Settle();
            transaction.Dispose();
        }
        base.Dispose(disposing);
    }
}
