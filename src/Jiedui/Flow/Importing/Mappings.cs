using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Jiedui.Flow.Intake.Sheets;

namespace Jiedui.Flow.Importing;

/// <summary>What a person corrected for a sender: the next sheet with the same headers from there is read the same way.</summary>
internal static class Mappings
{
    public static IReadOnlyDictionary<string, string>? Find(DbConnection connection, DbTransaction transaction, string sender, Layout layout)
    {
        var columns = connection.QuerySingleOrDefault<string>(
            "SELECT columns FROM mapping WHERE sender = @sender AND headers = @headers", new { sender, headers = HeadersOf(layout) }, transaction);
        return columns is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(columns);
    }

    public static void Remember(DbConnection connection, DbTransaction transaction, string sender, Layout layout, IReadOnlyDictionary<string, string> corrections) =>
        connection.Execute(
            """
            INSERT INTO mapping (sender, ledger, headers, columns) VALUES (@sender, @ledger, @headers, @columns)
            ON CONFLICT (sender, headers) DO UPDATE SET ledger = excluded.ledger, columns = excluded.columns
            """,
            new { sender, ledger = layout.Ledger?.Code ?? "", headers = HeadersOf(layout), columns = JsonSerializer.Serialize(corrections) }, transaction);

    /// <summary>A print of all headers: the widest sheet's together are longer than an index may hold.</summary>
    private static string HeadersOf(Layout layout) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', layout.Columns.Select(column => column.Header)))));
}
