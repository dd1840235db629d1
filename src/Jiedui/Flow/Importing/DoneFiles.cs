using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>
/// Which files of a run are in the books, and what was told of each, noted in the transaction that stored it: where a run is broken off, whoever runs it again finds
/// here what was done, and tells the same.
/// </summary>
internal sealed class DoneFiles(DbConnection connection, Vault vault, Catalogue catalogue, string run)
{
    /// <summary>What was told of a file that an earlier run stored; null where none did.</summary>
    public (long Batch, FileReport Report)? Find(DbTransaction? transaction, int number, ImportFile file)
    {
        var (batch, box) = connection.QuerySingleOrDefault<(long, byte[]?)>("SELECT batch, box FROM import_done WHERE run = @run AND file = @number", new { run, number }, transaction);
        return box is null ? null : (batch, JsonSerializer.Deserialize<KeptReport>(vault.Open(box, About(number)), Json.Readable)!.Read(file, catalogue));
    }

    public void Note(DbTransaction transaction, int number, long batch, FileReport report)
    {
        var box = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(KeptReport.Of(report), Json.Readable), About(number));
        connection.Execute("INSERT INTO import_done (run, file, batch, box) VALUES (@run, @number, @batch, @box)", new { run, number, batch, box }, transaction);
    }

    private byte[] About(int number) => Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"import {run} {number}"));
}
