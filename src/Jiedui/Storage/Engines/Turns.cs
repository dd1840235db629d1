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

    /// <summary>Waits until nothing is under way, and sends this at once.</summary>
    /// <exception cref="Exception">What it fails of, or one before it.</exception>
    public void Send(Action sending)
    {
        End();
        try
        {
            sending();
        }
        catch (Exception fault)
        {
            last = Task.FromException(fault);
            throw;
        }
    }

    /// <summary>Waits until nothing is under way. What one failed of is told again and again, and none is sent any more, till it is settled.</summary>
    /// <exception cref="Exception">What one of them failed of.</exception>
    public void End()
    {
        last.GetAwaiter().GetResult();
        Forget();
    }

    /// <summary>Waits likewise, and tells of no failure; who comes next is told.</summary>
    public void Await() => Task.WaitAny(last);

    /// <summary>Waits likewise; what it failed of does not matter any more, for nothing stays of what was sent.</summary>
    public void Settle()
    {
        Await();
        Forget();
    }

    /// <summary>What comes next does not come behind the last one.</summary>
    private void Forget()
    {
        waiting.Clear();
        last = Task.CompletedTask;
    }

    private static bool IsFailed(Task sending)
    {
        Task.WaitAny(sending);
        return sending.IsFaulted;
    }
}
