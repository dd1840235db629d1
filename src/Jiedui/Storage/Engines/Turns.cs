namespace Jiedui.Storage.Engines;

/// <summary>
/// What is sent to one connection beside the work that goes on: each in its turn, on another thread than the one that makes the next.
/// </summary>
/// <param name="mostWaiting">So many wait at most, for each is kept in memory: more would not be done sooner.</param>
internal sealed class Turns(int mostWaiting)
{
    private readonly Queue<Task> waiting = [];
    private Task last = Task.CompletedTask;

    /// <summary>After one that failed none is sent any more.</summary>
    /// <exception cref="Exception">What one before it failed of.</exception>
    public void Take(Action sending)
    {
        if (waiting.Count == mostWaiting && IsFailed(waiting.Dequeue()))
            End();
        last = last.ContinueWith(
            before =>
            {
                before.GetAwaiter().GetResult();
                sending();
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        waiting.Enqueue(last);
    }

    /// <summary>Waits until nothing is under way. What one failed of is told once.</summary>
    /// <exception cref="Exception">What one of them failed of.</exception>
    public void End() => Last().GetAwaiter().GetResult();

    /// <summary>Waits likewise; what it failed of does not matter any more.</summary>
    public void Settle() => Task.WaitAny(Last());

    /// <summary>The last one; what comes next does not come behind it.</summary>
    private Task Last()
    {
        var ended = last;
        waiting.Clear();
        last = Task.CompletedTask;
        return ended;
    }

    private static bool IsFailed(Task sending)
    {
        Task.WaitAny(sending);
        return sending.IsFaulted;
    }
}
