using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>A command of a <see cref="ServerConnection"/>: it waits for what is under way.</summary>
internal sealed class ServerCommand(ServerConnection connection, NpgsqlCommand command) : DbCommand
{
    private DbTransaction? transaction;

    [AllowNull]
    public override string CommandText { get => command.CommandText; set => command.CommandText = value; }

    public override int CommandTimeout { get => command.CommandTimeout; set => command.CommandTimeout = value; }

    public override CommandType CommandType { get => command.CommandType; set => command.CommandType = value; }

    public override bool DesignTimeVisible { get => command.DesignTimeVisible; set => command.DesignTimeVisible = value; }

    public override UpdateRowSource UpdatedRowSource { get => command.UpdatedRowSource; set => command.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException("A command stays with the connection that made it."); }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => transaction;
        set
        {
            transaction = value;
            command.Transaction = (value as ServerTransaction)?.Transaction;
        }
    }

    public override void Cancel() => command.Cancel();

    public override void Prepare()
    {
        connection.Turns.End();
        command.Prepare();
    }

    public override int ExecuteNonQuery()
    {
        connection.Turns.End();
        return command.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        connection.Turns.End();
        return command.ExecuteScalar();
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.Turns.End();
        return command.ExecuteReader(behavior);
    }

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            command.Dispose();
        base.Dispose(disposing);
    }
}
