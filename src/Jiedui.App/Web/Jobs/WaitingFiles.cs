using System.Globalization;
using System.Text;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.App.Web.Jobs;

/// <summary>What jobs work on, and what they made for somebody to fetch: files that wait in the database, sealed piece by piece.</summary>
internal sealed class WaitingFiles(Database database)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Keeps a file; one of the same name is replaced. Each piece is a transaction of its own, so that a large file keeps nobody waiting.</summary>
    public void Keep(string job, string kind, int file, Stream from)
    {
        using var connection = database.ConnectJobs();
        connection.Execute("DELETE FROM waiting_file WHERE job = @job AND kind = @kind AND file = @file", new { job, kind, file });
        var piece = new byte[ChunkBytes];
        var last = Math.Max(0, (from.Length - 1) / ChunkBytes);
        for (var chunk = 0L; chunk <= last; chunk++)
        {
            var read = from.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            var box = database.Vault.Seal(piece.AsSpan(0, read), About(job, kind, file, chunk, isLast: chunk == last));
            connection.Execute("INSERT INTO waiting_file (job, kind, file, chunk, box) VALUES (@job, @kind, @file, @chunk, @box)", new { job, kind, file, chunk, box });
        }
    }

    /// <summary>A file as it was kept, for this process alone and no longer than it is needed; the caller disposes it.</summary>
    /// <exception cref="SealBrokenException">Somebody changed it, or a piece is missing.</exception>
    public ScratchFile Fetch(string job, string kind, int file)
    {
        using var connection = database.ConnectJobs();
        var chunks = connection.ExecuteScalar<long>("SELECT count(*) FROM waiting_file WHERE job = @job AND kind = @kind AND file = @file", new { job, kind, file });
        var content = new ScratchFile(database.Vault.Suite);
        try
        {
            using var to = content.Open();
            for (var chunk = 0L; chunk < Math.Max(1, chunks); chunk++)
            {
                var box = connection.QuerySingleOrDefault<byte[]>("SELECT box FROM waiting_file WHERE job = @job AND kind = @kind AND file = @file AND chunk = @chunk", new { job, kind, file, chunk });
                to.Write(database.Vault.Open(box ?? throw new SealBrokenException(), About(job, kind, file, chunk, isLast: chunk == chunks - 1)));
            }
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of a job's files.</summary>
    /// <param name="kind">Null for all of them.</param>
    public void Drop(string job, string? kind = null)
    {
        using var connection = database.ConnectJobs();
        connection.Execute("DELETE FROM waiting_file WHERE job = @job AND (kind = @kind OR @all = 1)", new { job, kind = kind ?? "", all = kind is null ? 1 : 0 });
    }

    private static byte[] About(string job, string kind, int file, long chunk, bool isLast) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"waiting {job} {kind} {file} {chunk} {(isLast ? "last" : "more")}"));
}
