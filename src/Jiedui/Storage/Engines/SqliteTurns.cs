using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Lots of rows on their way into one connection: each is inserted in its turn, on another thread than the one that makes the next. The engine lets one of them in
/// at a time.
/// </summary>
internal sealed class SqliteTurns
{
    /// <summary>So many lots wait at most, for each is kept in memory: more would not be done sooner.</summary>
    private const int MostWaiting = 16;

    private static readonly ConditionalWeakTable<SqliteConnection, SqliteTurns> Known = [];

    private readonly Queue<Task> waiting = [];
    private Task last = Task.CompletedTask;

    public static SqliteTurns Of(SqliteConnection connection) => Known.GetValue(connection, _ => new SqliteTurns());

    /// <summary>After a lot that failed none is inserted any more.</summary>
    /// <exception cref="Exception">What a lot before it failed of.</exception>
    public void Take(Action lot)
    {
        if (waiting.Count == MostWaiting && IsFailed(waiting.Dequeue()))
            End();
        last = last.ContinueWith(
            before =>
            {
                before.GetAwaiter().GetResult();
                lot();
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        waiting.Enqueue(last);
    }

    /// <summary>Waits until no lot is under way. What one failed of is told once.</summary>
    /// <exception cref="Exception">What one of them failed of.</exception>
    public void End()
    {
        var ended = last;
        waiting.Clear();
        last = Task.CompletedTask;
        ended.GetAwaiter().GetResult();
    }

    private static bool IsFailed(Task lot)
    {
        Task.WaitAny(lot);
        return lot.IsFaulted;
    }
}
