using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>Commands that run once for every row: parsed once, their parameters ($1, $2 …) set by place.</summary>
internal static class PreparedCommands
{
    public static DbCommand Prepared(this DbConnection connection, DbTransaction transaction, string sql, int parameters)
    {
        var dialect = Dialect.Of(connection);
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = dialect.PlaceName(number);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
