using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Jiedui.Declaring;

namespace Jiedui.Storage;

/// <summary>Keeps a table for each declared ledger. What was ensured is remembered, so that a start with the same declarations changes nothing.</summary>
internal static class DeclaredTables
{
    public static void Ensure(DbConnection connection, IReadOnlyList<LedgerType> ledgers)
    {
        var tables = ledgers.Select(ledger => new LedgerTable(ledger)).ToList();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(tables.Select(table => table.DefinitionSql)))));
        if (Ensured(connection) == fingerprint)
            return;
        using var transaction = Database.BeginWriting(connection);
        foreach (var table in tables)
            table.Ensure(connection, transaction);
        connection.Execute("DELETE FROM declared; INSERT INTO declared (fingerprint) VALUES (@fingerprint)", new { fingerprint }, transaction);
        transaction.Commit();
    }

    private static string? Ensured(DbConnection connection) => connection.QuerySingleOrDefault<string>("SELECT fingerprint FROM declared");
}
